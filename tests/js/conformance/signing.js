// Test deliveries: what `sign` posts is what a provider would. The signatures it is held against are the vectors'.

import { caught, codeOf, headerSampleOf, revoked, sampleOf } from "./vector.js";

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

  test("sign: bytes are the text they are, as for verify", () => {
    const bytes = new TextEncoder().encode(sample.expect.signedText);
    const larger = new TextEncoder().encode(`xx${sample.expect.signedText}xx`);
    const given = {
      "a Uint8Array": bytes,
      "part of one": larger.subarray(2, -2),
      "an ArrayBuffer": bytes.buffer,
      "a DataView": new DataView(larger.buffer, 2, bytes.length),
    };
    for (const [name, unsigned] of Object.entries(given))
      equal(sign(unsigned, sample.secret).body, sample.body, name);
    const inBytes = sign(new TextEncoder().encode(inHeader.body), inHeader.secret, { dialect: "header" });
    equal([inBytes.body, inBytes.headers["X-Webhook-Signature"]], [inHeader.body, inHeader.header]);
    equal(code(new Uint8Array([0x7b, 0xff, 0x7d]), sample.secret), "body_not_utf8");
    equal(code(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), sample.secret), "body_not_json", "a mark");
    equal(code(new Uint8Array(0), sample.secret), "body_empty");
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

  test("sign: refuses what JSON cannot hold, and says why", () => {
    const circular = {};
    circular.self = circular;
    const no = new RangeError("no");
    const throwing = {
      toJSON() {
        throw no;
      },
    };
    for (const unsigned of [{ a: 1n }, circular, throwing, revoked()]) {
      const { code, cause } = caught(() => sign(unsigned, sample.secret));
      equal([code, cause.cause instanceof Error], ["body_not_raw", true]);
    }
    equal(caught(() => sign(throwing, sample.secret)).cause.cause === no, true);
  });

  test("sign: refuses an object of which JSON holds nothing, and signs a plain one", () => {
    const others = [
      Promise.resolve({ event: "e" }),
      new Map([["event", "e"]]),
      new Set([1]),
      new Headers(),
      new Error("e"),
    ];
    for (const unsigned of others) equal(code(unsigned, sample.secret), "body_not_raw", String(unsigned));
    const tagged = Object.defineProperty({}, Symbol.toStringTag, {
      get() {
        throw new Error("no");
      },
    });
    equal(code(tagged, sample.secret), "body_not_raw");
    equal(code(Object.create(null), sample.secret), undefined, "without a prototype");
    equal(code(new (class Event {})(), sample.secret), undefined, "of a class");
    equal(
      code(Object.assign(new Map(), { event: "e" }), sample.secret),
      undefined,
      "with members of its own",
    );
  });

  test("sign: refuses what is no options", () => {
    for (const options of ["header", 5, true, () => {}]) {
      equal(code({}, sample.secret, options), "invalid_options", typeof options);
    }
    equal(sign({}, sample.secret, null), sign({}, sample.secret));
  });

  test("sign: refuses another dialect in words of its own options", () => {
    for (const dialect of ["auto", "Body", 5]) {
      const { message } = caught(() => sign({}, sample.secret, { dialect }));
      equal(message, 'expected dialect to be "body" or "header", found another');
    }
  });

  test("sign: refuses a key and options that cannot be read", () => {
    equal(code({}, revoked()), "invalid_options");
    equal(code({}, sample.secret, revoked()), "invalid_options");
  });

  test("sign: refuses what is no key", () => {
    equal(code({}, ""), "secret_empty");
    equal(code({}, new Uint8Array(0)), "secret_empty");
    for (const key of [undefined, null, 5, {}, { secret: 5 }, { id: 5, secret: "a" }])
      equal(code({}, key), "invalid_options");
    for (const dialect of ["auto", "Body", "", 5]) equal(code({}, "a", { dialect }), "invalid_options");
  });
}
