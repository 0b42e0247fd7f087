// Deliveries that verify: every vector, and law 1, that what was verified is what is used.

import { bodyOf, headersOf, sampleOf, verify } from "./vector.js";

/** The members of a delivery, in the order of index.d.ts. */
const MEMBERS = [
  "dialect",
  "scope",
  "form",
  "keyId",
  "event",
  "known",
  "subject",
  "idempotencyKey",
  "uncovered",
  "contentId",
  "signedText",
  "payload",
];

export function deliveries(library, vectors, { test, equal }) {
  const { createVerifier, idempotencyKey } = library;
  const sample = sampleOf(vectors);

  for (const vector of vectors.delivery) {
    test(`delivery: ${vector.name}`, () => {
      const expect = { ...vector.expect, signedText: bodyOf({ body: vector.expect.signedText }) };
      const delivery = verify(library, vector);
      for (const name of MEMBERS.slice(0, -1)) equal(delivery[name], expect[name], name);
      equal(delivery.payload, JSON.parse(expect.signedText), "payload");
      for (const name of delivery.uncovered) equal(Object.hasOwn(delivery.payload, name), false, name);
      equal(idempotencyKey(delivery.signedText), expect.idempotencyKey, "the key of the signed text");
      const diagnosis = createVerifier(vector.options).explain(bodyOf(vector), headersOf(vector));
      const { dialect, scope, form, keyId } = expect;
      equal(diagnosis.match, { dialect, scope, form, keyId }, "explain gives the same match");
      equal([diagnosis.verified, diagnosis.code, diagnosis.causes], [true, null, []], "and nothing else");
    });
  }

  for (const vector of vectors.idempotency) {
    test(`idempotency: ${vector.name}`, () => {
      const { signedText, distinct, same } = vector;
      if (signedText !== undefined) equal(idempotencyKey(signedText), vector.idempotencyKey, "key");
      if (distinct !== undefined)
        equal(new Set(distinct.map(idempotencyKey)).size, distinct.length, "distinct keys");
      if (same !== undefined) equal(new Set(same.map(idempotencyKey)).size, 1, "one key");
    });
  }

  test("law 1: changing the input afterwards changes nothing", () => {
    const verifier = createVerifier({ keys: sample.secret });
    for (const read of [() => {}, (delivery) => delivery.event, (delivery) => delivery.signedText]) {
      const input = new TextEncoder().encode(sample.body);
      const delivery = verifier.verify(input);
      read(delivery);
      input.fill(0x20);
      equal(pick(delivery), sample.expect, "the delivery");
    }
  });

  test("law 1: verifying another body before the first is read changes nothing", () => {
    const others = vectors.delivery.filter(({ body }) => typeof body === "string").slice(0, 60);
    const made = others.map((vector) => verify(library, vector));
    createVerifier({ keys: "another" }).explain(sample.body);
    made.forEach((delivery, at) => {
      equal(pick(delivery), others[at].expect, others[at].name);
    });
  });

  test("law 1: large deliveries, wherever their signature is, are what was signed once they are read late", () => {
    const verifier = createVerifier({ keys: sample.secret });
    const made = [9_000, 70_000, 8_150, 40].flatMap((size) =>
      posted(library, sample.secret, size).map(({ body, headers, signedText }) => {
        const input = new TextEncoder().encode(body);
        const delivery = verifier.verify(input, headers);
        input.fill(0x20);
        return { delivery, signedText };
      }),
    );
    verifier.explain(sample.body);
    for (const { delivery, signedText } of made) equal(delivery.signedText, signedText, "signed text");
  });

  test("what a delivery of any size says of itself is what explain says", () => {
    const verifier = createVerifier({ keys: ["another", sample.secret], maxBodyBytes: 2 ** 25 });
    // An answer that packs more bits than a double holds would lose the lowest ones, of the largest deliveries.
    for (const size of [8_191, 2 ** 20, 2 ** 21, 2 ** 22]) {
      for (const { body, headers } of posted(library, sample.secret, size)) {
        const { dialect, scope, form, keyId } = verifier.verify(body, headers);
        equal({ dialect, scope, form, keyId }, verifier.explain(body, headers).match, `${size} bytes`);
      }
    }
  });

  test("law 1: a refusal before the first is read changes nothing", () => {
    const verifier = createVerifier({ keys: sample.secret });
    const delivery = verifier.verify(sample.body);
    verifier.explain(sample.body.replace("CAPTURED", "RECEIVED"));
    verifier.explain(`{"x":1,${sample.body.slice(1)}`);
    equal(pick(delivery), sample.expect, "the delivery");
  });

  test("members read in any order, twice, give the same", () => {
    const uncovered = vectors.delivery.find(({ expect }) => expect.uncovered.length > 1);
    for (const order of [MEMBERS, [...MEMBERS].reverse(), MEMBERS.filter((_, at) => at % 2 === 1)]) {
      const delivery = verify(library, uncovered);
      for (const name of [...order, ...order]) {
        equal(
          delivery[name],
          { ...uncovered.expect, payload: JSON.parse(uncovered.expect.signedText) }[name],
          name,
        );
      }
    }
  });

  test("toJSON is plain: it survives JSON.stringify and structuredClone", () => {
    for (const vector of vectors.delivery.filter(({ body }) => typeof body === "string")) {
      const delivery = verify(library, vector);
      const plain = delivery.toJSON();
      equal(Object.keys(plain), MEMBERS, "its members");
      equal(structuredClone(plain), plain, "structuredClone");
      equal(JSON.parse(JSON.stringify(delivery)), JSON.parse(JSON.stringify(plain)), "JSON.stringify");
      plain.uncovered.push("x");
      plain.subject.id = "x";
      plain.payload.added = "x";
      delivery.payload.changed = "x";
      equal(delivery.toJSON().payload, JSON.parse(delivery.signedText), "its payload is what was signed");
      equal(pick(delivery), vector.expect, "the delivery keeps its own");
    }
  });
}

/** One signed text of about `size` bytes, posted in every way there is. */
function posted({ sign }, secret, size) {
  const data = JSON.stringify({ text: "línea ".repeat(size / 7), [size]: 1 });
  const signedText = `{"event":"e","data":${data}}`;
  const { signature } = JSON.parse(sign(signedText, secret).body);
  const { headers } = sign(signedText, secret, { dialect: "header" });
  const bodies = [
    `{"signature":"${signature}", "event":"e","data":${data}}`,
    `{"event":"e" , "signature":"${signature}","data":${data}}`,
    `{"event":"e","data":${data},"signature":"${signature}"}`,
    `{"event":"e", "data":${data},"signature":"${signature}"}`,
    `{"event":"e","data":${data},"signature":"${signature}","more":[${data}]}`,
  ];
  return [...bodies.map((body) => ({ body, signedText })), { body: signedText, headers, signedText }];
}

function pick(delivery) {
  const { payload, ...rest } = delivery.toJSON();
  return rest;
}
