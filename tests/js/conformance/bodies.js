// The shapes a raw body comes in, and what is none.

import { codeOf, sampleOf } from "./vector.js";

export function bodies(library, vectors, { test, equal }) {
  const { createVerifier, idempotencyKey } = library;
  const sample = sampleOf(vectors);
  const verifier = createVerifier({ keys: sample.secret });
  const bytes = new TextEncoder().encode(sample.body);

  /** The bytes in the middle of a larger buffer, as Node's pooled Buffers are. */
  function inside(Type = Uint8Array) {
    const pool = new Uint8Array(bytes.length + 64).fill(0x7b);
    pool.set(bytes, 24);
    return new Type(pool.buffer, 24, bytes.length);
  }

  const shapes = {
    "a string": () => sample.body,
    "a String of two halves": () => sample.body.slice(0, 9).concat(sample.body.slice(9)),
    "a Uint8Array": () => bytes,
    "a Uint8Array in a larger buffer": () => inside(),
    "a subarray": () => inside().subarray(0),
    "a subclass of Uint8Array, as Buffer is": () => inside(class extends Uint8Array {}),
    "a Uint8ClampedArray": () => inside(Uint8ClampedArray),
    "a DataView": () => inside(DataView),
    "an ArrayBuffer": () => bytes.slice().buffer,
  };
  for (const [name, shape] of Object.entries(shapes)) {
    test(`body as ${name}`, () => {
      const { payload, ...found } = verifier.verify(shape()).toJSON();
      equal(found, sample.expect, "the delivery");
      equal(payload, JSON.parse(sample.expect.signedText), "payload");
    });
  }

  const parsed = {
    "a parsed object": JSON.parse(sample.body),
    "a parsed array": [JSON.parse(sample.body)],
    "an array of bytes": [...bytes],
    null: null,
    undefined: undefined,
    "a number": 5,
    "a boolean": true,
    "a bigint": 1n,
    "a symbol": Symbol("body"),
    "a function": () => sample.body,
    "a String object": Object(sample.body),
    "a promise": Promise.resolve(sample.body),
    "a URLSearchParams": new URLSearchParams("a=1"),
    "an object without a prototype": Object.create(null),
    "an object that says it is a buffer": { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 0 },
    "an object that prints as bytes": { toString: () => sample.body, length: bytes.length },
  };
  for (const [name, body] of Object.entries(parsed)) {
    test(`body_not_raw: ${name}`, () => {
      equal(
        codeOf(library, { equal }, () => verifier.verify(body)),
        "body_not_raw",
        "verify",
      );
      equal(
        codeOf(library, { equal }, () => idempotencyKey(body)),
        "body_not_raw",
        "idempotencyKey",
      );
      const diagnosis = verifier.explain(body);
      equal([diagnosis.verified, diagnosis.code], [false, "body_not_raw"], "explain");
      equal(
        diagnosis.causes.map(({ code }) => code),
        ["unreadable"],
        "its cause",
      );
    });
  }

  test("a Buffer that was handed over is no body, and no other error", () => {
    const gone = bytes.slice().buffer;
    structuredClone(gone, { transfer: [gone] });
    const code = codeOf(library, { equal }, () => verifier.verify(gone));
    equal(["body_not_raw", "body_empty"].includes(code), true, code);
  });

  for (const lone of ["\ud800", "\udc00", "\udc00\ud800", "a\ud83d"]) {
    test(`body_not_well_formed: ${JSON.stringify(lone)}`, () => {
      const body = sample.body.replace("COP", lone);
      equal(
        codeOf(library, { equal }, () => verifier.verify(body)),
        "body_not_well_formed",
        "verify",
      );
      equal(
        codeOf(library, { equal }, () => idempotencyKey(body)),
        "body_not_well_formed",
        "idempotencyKey",
      );
      equal(verifier.explain(body).code, "body_not_well_formed", "explain");
    });
  }

  test("an event with a lone surrogate is verbatim", () => {
    const delivery = verifier.verify(library.sign('{"event":"\\ud800","data":{}}', sample.secret).body);
    equal([delivery.event, delivery.known, delivery.payload.event], ["\ud800", false, "\ud800"]);
    equal(delivery.idempotencyKey, `%:%sha256:${delivery.contentId}`, "identified by its content");
  });

  test("text of every length at every alignment is read as it is", () => {
    for (let length = 0; length < 40; length += 1) {
      for (const character of ["a", "\u00e9", "\u2028", "\u{1f600}"]) {
        const unsigned = `{"event":"e","data":"${character.repeat(length)}"}`;
        const { body } = library.sign(unsigned, sample.secret);
        equal(verifier.verify(body).signedText, unsigned, "as text");
        equal(verifier.verify(new TextEncoder().encode(body)).signedText, unsigned, "as bytes");
      }
    }
  });
}
