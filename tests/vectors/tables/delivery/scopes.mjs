// What the signature covers: everything but itself, or only `event` and `data`.

import { contentKey, first, hmac, last, SAMPLE, SECRET } from "../signer.mjs";

const DOCUMENTED = 'Conomy, "Handling webhooks": unsignedBody = { event: body.event, data: body.data }';
const COVERED = "ours: a member the signature does not cover is named, and is not in the payload";

/** The provider's sample with more members around, signed over its `event` and `data` alone. */
function surrounded(name, before, behind, uncovered, change = {}) {
  const body = last(SAMPLE).replace("{", `{${before}`).replace(',"signature"', `${behind},"signature"`);
  return { name, source: COVERED, body, scope: "event-data", uncovered, ...change };
}

export function scopes() {
  const { event, data } = JSON.parse(SAMPLE);
  const whole = `${SAMPLE.slice(0, -1)},"tenant":"t1"}`;
  const level = '{"event":"customer.levelChanged","data":{"customer":{"id":"69e25243","operationLevel":"FULL"}}}';
  return [
    {
      name: "a third member that is covered",
      source: 'Conomy, "Webhooks" reference: the full JSON body without the signature field',
      body: last(whole),
      signedText: whole,
    },
    surrounded("a third member behind that is not", "", ',"tenant":"t1"', ["tenant"]),
    surrounded("a third member before that is not", '"admin":true,', "", ["admin"]),
    surrounded("several, in the order received", '"z":1,', ',"a":{"event":"x"},"2":[],"1":null', ["z", "a", "2", "1"]),
    surrounded("one with an escaped name", "", ',"\\u0061dmin":true', ["admin"]),
    surrounded("one named __proto__", "", ',"__proto__":{"admin":true}', ["__proto__"]),
    surrounded("one named in another case", "", ',"Data":{"transaction":{}},"EVENT":"x"', ["Data", "EVENT"]),
    surrounded("one without a name", "", ',"":0', [""]),
    surrounded("signature is never among them", '"x":1,', "", ["x"], {
      body: first(SAMPLE).replace(',"data"', ',"x":1,"data"'),
    }),
    {
      name: "data before event",
      source: DOCUMENTED,
      body: `{"data":${JSON.stringify(data)},"event":${JSON.stringify(event)},"signature":"${hmac(SAMPLE)}"}`,
      scope: "event-data",
    },
    {
      name: "data before event, with white space between members",
      source: `${DOCUMENTED}; wire takes the values as received`,
      body: `{ "data" : ${JSON.stringify(data)} , "event" : ${JSON.stringify(event)} , "signature":"${hmac(SAMPLE)}" }`,
      scope: "event-data",
    },
    {
      name: "data pretty-printed, another member beside it",
      source: DOCUMENTED,
      body: JSON.stringify({ ...JSON.parse(last(SAMPLE)), tenant: "t1" }, null, 2),
      scope: "event-data",
      form: "reserialized",
      uncovered: ["tenant"],
    },
    {
      name: "data with white space that was signed, another member beside it",
      source: 'ours: event-data wire is {"event":\u2026,"data":\u2026} around the two members\' received bytes',
      body: `{"event":"e","data":{ "n": 1.0 },"x":1,"signature":"${hmac('{"event":"e","data":{ "n": 1.0 }}')}"}`,
      scope: "event-data",
      event: "e",
      known: false,
      subject: [null, null, null],
      idempotencyKey: contentKey("e", '{"event":"e","data":{ "n": 1.0 }}'),
      uncovered: ["x"],
      signedText: '{"event":"e","data":{ "n": 1.0 }}',
    },
    {
      name: "scopes event-data: the same text, found in that scope",
      source: "ours: scopes limits what is tried",
      options: { keys: [SECRET], scopes: ["event-data"] },
      body: last(SAMPLE),
      scope: "event-data",
    },
    {
      name: "scopes whole-body: the usual",
      source: "ours: scopes limits what is tried",
      options: { keys: [SECRET], scopes: ["whole-body"] },
      body: last(SAMPLE),
    },
    {
      name: "a key uses covered members only: an uncovered timestamp is none",
      source: "ours: only members the MAC covers count",
      body: last(level).replace(',"signature"', ',"timestamp":"2026-04-17T15:30:00Z","signature"'),
      scope: "event-data",
      event: "customer.levelChanged",
      subject: ["customer", "69e25243", "FULL"],
      idempotencyKey: "customer.levelChanged:69e25243:FULL:%",
      uncovered: ["timestamp"],
      signedText: level,
    },
    {
      name: "an uncovered transaction is not the subject",
      source: "ours: only members the MAC covers count",
      ...(({ signedText }) => ({
        body: last(signedText).replace(',"signature"', ',"transaction":{"id":"evil","status":"SETTLED"},"signature"'),
        signedText,
      }))({ signedText: '{"event":"payment.settled","data":{"transaction":{"id":"good","status":"SETTLED"}}}' }),
      scope: "event-data",
      event: "payment.settled",
      subject: ["transaction", "good", "SETTLED"],
      idempotencyKey: "payment.settled:good:SETTLED",
      uncovered: ["transaction"],
    },
  ];
}
