// How the signed text is found: as received with the signature cut out, or as JSON.stringify prints it.

import { contentKey, first, hmac, last, reserialized, SAMPLE, SECRET } from "../signer.mjs";

const CUT = "ours: wire is the received bytes with the signature member cut out";
const PRINTED = "ECMA-262, JSON.stringify; executed in Node";
const PARTS = { event: '"event":"Transaction.Captured"', data: SAMPLE.slice(SAMPLE.indexOf('"data"'), -1) };

/** The sample by JSON.stringify's third argument, signed as it stands, the signature among its members. */
function indented(indent, at) {
  const unsigned = JSON.parse(SAMPLE);
  const signedText = JSON.stringify(unsigned, null, indent);
  const members = Object.entries(unsigned);
  members.splice(at, 0, ["signature", hmac(signedText)]);
  return { body: JSON.stringify(Object.fromEntries(members), null, indent), signedText };
}

/** A body that something on the way has written anew: what was signed is what JSON.stringify prints. */
function respelled(name, body) {
  const { signature, ...unsigned } = JSON.parse(body);
  return { name, source: PRINTED, body, form: "reserialized", signedText: JSON.stringify(unsigned) };
}

export function forms() {
  const signature = `"signature":"${hmac(SAMPLE)}"`;
  const spaced = `{ ${PARTS.event} , ${PARTS.data} }`;
  return [
    { name: "signature first", source: CUT, body: first(SAMPLE) },
    { name: "signature in the middle", source: CUT, body: `{${PARTS.event},${signature},${PARTS.data}}` },
    {
      name: "signature alone",
      source: `${CUT}; of the one member an empty object is left`,
      body: last("{}"),
      event: null,
      known: false,
      subject: [null, null, null],
      idempotencyKey: contentKey("%", "{}"),
      signedText: "{}",
    },
    {
      name: "signature with an escaped name",
      source: `${CUT}; a name is what it stands for`,
      body: last(SAMPLE).replace("signature", "sign\\u0061ture"),
    },
    ...[0, 1, 2].flatMap((at) => [
      { name: `signed as printed by two spaces, signature at ${at}`, source: CUT, ...indented(2, at) },
      { name: `signed as printed by tabs, signature at ${at}`, source: CUT, ...indented("\t", at) },
    ]),
    {
      name: "white space of every kind around the signature member",
      source: CUT,
      body: last(SAMPLE).replace(/,"signature":/, ',\r\n\t "signature" \t\r\n: '),
    },
    {
      name: "white space of every kind behind a signature that comes first",
      source: CUT,
      body: `{"signature" : "${hmac(SAMPLE)}",\r\n\t ${SAMPLE.slice(1)}`,
    },
    {
      name: "white space that was signed stays",
      source: CUT,
      body: spaced.replace(" }", `,"signature":"${hmac(spaced)}" }`),
      signedText: spaced,
    },
    respelled("white space that was not signed", last(SAMPLE).replace(/[{:,]/g, "$& ")),
    respelled("pretty-printed on the way", JSON.stringify(JSON.parse(last(SAMPLE)), null, 2)),
    respelled("a newline behind the body", `${last(SAMPLE)}\n`),
    respelled("a newline before the body", `\r\n${last(SAMPLE)}`),
    respelled("letters escaped on the way", last(SAMPLE).replace('"CAPTURED"', '"C\\u0041PTURED"')),
    respelled("a name escaped on the way", last(SAMPLE).replace('"status"', '"st\\u0061tus"')),
    {
      name: "forms wire: what was signed as received",
      source: "ours: forms limits what is tried",
      options: { keys: [SECRET], forms: ["wire"] },
      body: first(SAMPLE),
    },
    {
      name: "forms wire: a newline behind the body is outside of event and data",
      source: 'ours: event-data wire is {"event":\u2026,"data":\u2026} around the two members\' received bytes',
      options: { keys: [SECRET], forms: ["wire"] },
      body: `${last(SAMPLE)}\n`,
      scope: "event-data",
    },
    {
      name: "forms reserialized: the same text, found in that form",
      source: "ours: forms limits what is tried",
      options: { keys: [SECRET], forms: ["reserialized"] },
      body: last(SAMPLE),
      form: "reserialized",
    },
    {
      name: "forms in another order: wire is tried first",
      source: "ours: try whole-body wire, then whole-body reserialized, then event-data",
      options: { keys: [SECRET], forms: ["reserialized", "wire"] },
      body: last(SAMPLE),
    },
    {
      name: "members in another order: reserialized keeps the order received",
      source: PRINTED,
      body: `{ ${PARTS.data}, ${PARTS.event}, "signature":"${hmac(reserialized(`{${PARTS.data},${PARTS.event}}`))}" }`,
      form: "reserialized",
      signedText: `{${PARTS.data},${PARTS.event}}`,
    },
  ];
}
