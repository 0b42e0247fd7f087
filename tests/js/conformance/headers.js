// The shapes that headers come in.

import { codeOf, headerSampleOf, sampleOf } from "./vector.js";

export function headers(library, vectors, { test, equal }) {
  const { createVerifier } = library;
  const sample = headerSampleOf(vectors);
  const verifier = createVerifier({ keys: sample.secret });
  const value = sample.header;
  const code = (given) => codeOf(library, { equal }, () => verifier.verify(sample.body, given));

  const shapes = {
    Headers: new Headers({ "X-Webhook-Signature": value }),
    "Headers, white space around the value": new Headers({ "x-webhook-signature": `  ${value}\t` }),
    "a Map": new Map([["X-Webhook-Signature", value]]),
    "a Map of arrays": new Map([["x-webhook-signature", [value]]]),
    "an object": { "X-Webhook-Signature": value },
    "an object in lower case": { "x-webhook-signature": value },
    "an object in upper case": { "X-WEBHOOK-SIGNATURE": value },
    "an object of an array": { "x-webhook-signature": [value] },
    "an object without a prototype": Object.assign(Object.create(null), { "X-Webhook-Signature": value }),
    "an object among others": {
      accept: "*/*",
      host: undefined,
      "x-webhook-signature": value,
      cookie: ["a", "b"],
    },
    entries: [
      ["Accept", "*/*"],
      ["X-Webhook-Signature", value],
    ],
    "entries of arrays": [["X-Webhook-Signature", [value]]],
    "an iterator of entries": new Headers({ "X-Webhook-Signature": value }).entries(),
    "a generator": (function* () {
      yield ["x-webhook-signature", value];
    })(),
  };
  for (const [name, given] of Object.entries(shapes)) {
    test(`headers as ${name}`, () => {
      const delivery = verifier.verify(sample.body, given);
      equal([delivery.dialect, delivery.contentId], ["header", sample.expect.contentId]);
    });
  }

  const repeated = new Headers();
  repeated.append("X-Webhook-Signature", value);
  repeated.append("x-webhook-signature", value);
  const twice = {
    Headers: repeated,
    "an array": { "x-webhook-signature": [value, value] },
    "two spellings": { "x-webhook-signature": value, "X-Webhook-Signature": value },
    entries: [
      ["x-webhook-signature", value],
      ["X-Webhook-Signature", value],
    ],
    "a Map of arrays": new Map([["x-webhook-signature", [value, "0".repeat(64)]]]),
    "a value HTTP has joined": { "x-webhook-signature": `${value},${value}` },
  };
  for (const [name, given] of Object.entries(twice)) {
    test(`signature_repeated: ${name}`, () => {
      equal(code(given), "signature_repeated");
      equal(verifier.explain(sample.body, given).code, "signature_repeated", "explain");
    });
  }

  const none = {
    undefined: undefined,
    null: null,
    "an empty object": {},
    "an empty array": [],
    "empty Headers": new Headers(),
    "an undefined value": { "x-webhook-signature": undefined },
    "no value at all": { "x-webhook-signature": [] },
    "another header": { "x-webhook-signature-2": value, signature: value, x_webhook_signature: value },
  };
  for (const [name, given] of Object.entries(none)) {
    test(`no signature header: ${name}`, () => {
      equal(code(given), "signature_missing");
      equal(verifier.verify(sampleOf(vectors).body, given).dialect, "body", "so the body decides");
    });
  }

  const malformed = {
    empty: "",
    "a prefix": `sha256=${value}`,
    "a space before, not trimmed by HTTP": ` ${value}`,
    "a lone surrogate": `${value.slice(1)}\ud800`,
    "64 characters of three bytes": "\u2028".repeat(64),
    "a hundred thousand characters": "0".repeat(100_000),
  };
  for (const [name, given] of Object.entries(malformed)) {
    test(`signature_malformed: ${name}`, () => {
      equal(code({ "x-webhook-signature": given }), "signature_malformed");
    });
  }

  const wrong = {
    "a string": value,
    "a number": 1,
    "an array of strings": [value],
    "entries of three": [["a", "b", "c"]],
    "a promise that nobody awaited": Promise.resolve({ "x-webhook-signature": value }),
  };
  for (const [name, given] of Object.entries(wrong)) {
    test(`invalid_options: headers as ${name}`, () => {
      equal(code(given), "invalid_options");
      equal(verifier.explain(sample.body, given).code, "invalid_options", "explain");
    });
  }
}
