// Options that JSON cannot hold; tests/vectors/refused.json has the others.

import { codeOf, revoked, sampleOf } from "./vector.js";

export function options(library, vectors, { test, equal }) {
  const { createVerifier } = library;
  const { secret, body } = sampleOf(vectors);
  const code = (...given) => codeOf(library, { equal }, () => createVerifier(...given));

  const invalid = {
    "no options": [],
    null: [null],
    "a string": [secret],
    "NaN bytes": [{ keys: secret, maxBodyBytes: Number.NaN }],
    "endless bytes": [{ keys: secret, maxBodyBytes: Number.POSITIVE_INFINITY }],
    "bytes as a bigint": [{ keys: secret, maxBodyBytes: 1000n }],
    "a symbol for a key": [{ keys: Symbol("key") }],
    "a function for a secret": [{ keys: { secret: () => secret } }],
    "a symbol for a dialect": [{ keys: secret, dialect: Symbol("body") }],
    "a null among forms": [{ keys: secret, forms: [null] }],
    "a hole among forms": [{ keys: secret, forms: new Array(1) }],
    "a hole among keys": [{ keys: new Array(1) }],
    "a getter that throws": [throwing("dialect")],
    "a getter that throws, of a key": [{ keys: throwing("secret") }],
    "a dialect that cannot be text": [{ keys: secret, dialect: Object.create(null) }],
    "a proxy that was revoked": [revoked()],
    "such a proxy for keys": [{ keys: revoked() }],
    "such a proxy among keys": [{ keys: [revoked()] }],
    "such a proxy for scopes": [{ keys: secret, scopes: revoked() }],
  };
  for (const [name, given] of Object.entries(invalid)) {
    test(`invalid_options: ${name}`, () => equal(code(...given), "invalid_options"));
  }

  test("secret_empty: no bytes", () => equal(code({ keys: new Uint8Array(0) }), "secret_empty"));

  test("invalid_options: a secret that is not well-formed has no bytes", () => {
    equal(code({ keys: "\ud800" }), "invalid_options");
  });

  const valid = {
    "a secret": secret,
    "a secret as bytes": new TextEncoder().encode(secret),
    "a secret as bytes in a larger buffer": new TextEncoder().encode(`xx${secret}xx`).subarray(2, -2),
    "a key": { id: "0", secret },
    "a key without an id": { secret },
    "several of each": [secret, { id: "b", secret: "b" }, new Uint8Array([1])],
    "a key with bytes": [{ id: "0", secret: new TextEncoder().encode(secret) }],
  };
  for (const [name, keys] of Object.entries(valid)) {
    test(`keys as ${name}`, () => equal(createVerifier({ keys }).verify(body).keyId, "0"));
  }

  test("undefined options are those that were not given", () => {
    const given = {
      keys: secret,
      dialect: undefined,
      forms: undefined,
      scopes: undefined,
      maxBodyBytes: undefined,
    };
    equal(createVerifier(given).verify(body).scope, "whole-body");
  });
}

/** An object whose member cannot be read. */
function throwing(name) {
  return Object.defineProperty({ keys: "a" }, name, {
    get() {
      throw new RangeError("no");
    },
  });
}
