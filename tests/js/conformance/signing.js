// Test deliveries: what `sign` posts is what a provider would. The signatures it is held against are the vectors'.

import { codeOf, headerSampleOf, sampleOf } from "./vector.js";

export function signing(library, vectors, { test, equal }) {
  const { createVerifier, sign } = library;
  const sample = sampleOf(vectors);
  const inHeader = headerSampleOf(vectors);
  const code = (...given) => codeOf(library, { equal }, () => sign(...given));

  test("sign: the provider's sample, to the byte", () => {
    const expected = { body: sample.body, headers: { "Content-Type": "application/json" } };
    equal(sign(sample.expect.signedText, sample.secret), expected, "from text");
    equal(sign(JSON.parse(sample.expect.signedText), sample.secret), expected, "from an object");
    equal(sign(sample.expect.signedText, { id: "a", secret: sample.secret }), expected, "with a key");
    equal(
      sign(sample.expect.signedText, new TextEncoder().encode(sample.secret), { dialect: "body" }),
      expected,
    );
  });

  test("sign: the provider's sample of the header dialect, to the byte", () => {
    const headers = { "Content-Type": "application/json", "X-Webhook-Signature": inHeader.header };
    equal(sign(inHeader.body, inHeader.secret, { dialect: "header" }), { body: inHeader.body, headers });
  });

  test("sign: every text that was signed as received gets the vectors' signature", () => {
    const asReceived = ({ body, expect }) => typeof body === "string" && expect.form === "wire";
    for (const { name, options, header, body, expect } of vectors.delivery.filter(asReceived)) {
      const keys = options.keys.map((key, at) =>
        typeof key === "string" ? { id: `${at}`, secret: key } : key,
      );
      const { secret } =
        keys[
          Math.max(
            keys.findIndex(({ id }) => id === expect.keyId),
            0,
          )
        ];
      const made = sign(expect.signedText, secret, { dialect: "header" }).headers["X-Webhook-Signature"];
      const received = expect.dialect === "header" ? header : JSON.parse(body).signature;
      equal(made, received.toLowerCase(), name);
    }
  });

  test("sign: an empty object", () => {
    const { body } = sign({}, sample.secret);
    equal(createVerifier({ keys: sample.secret }).verify(body).signedText, "{}");
  });

  test("sign: refuses what is no delivery", () => {
    equal(code(sample.body, sample.secret), "already_signed");
    equal(code({ signature: "" }, sample.secret), "already_signed");
    equal(code("", sample.secret), "body_empty");
    equal(code("[]", sample.secret), "body_not_object");
    equal(code([], sample.secret), "body_not_object");
    equal(code("{", sample.secret), "body_not_json");
    equal(code('{"a":1,"a":2}', sample.secret), "duplicate_member");
    equal(code("\ud800", sample.secret), "body_not_well_formed");
    for (const unsigned of [undefined, null, 5, true, () => {}])
      equal(code(unsigned, sample.secret), "body_not_raw");
  });

  test("sign: refuses what is no key", () => {
    equal(code({}, ""), "secret_empty");
    equal(code({}, new Uint8Array(0)), "secret_empty");
    for (const key of [undefined, null, 5, {}, { secret: 5 }, { id: 5, secret: "a" }])
      equal(code({}, key), "invalid_options");
    for (const dialect of ["auto", "Body", "", 5]) equal(code({}, "a", { dialect }), "invalid_options");
  });
}
