// Verifiers live as long as they are used, however many there are.

import { codeOf, revoked, sampleOf } from "./vector.js";

export function verifiers(library, vectors, { test, equal }) {
  const { createVerifier, sign } = library;
  const sample = sampleOf(vectors);

  test("a hundred verifiers, used in turn", () => {
    const secrets = Array.from({ length: 100 }, (_, at) => `secret ${at}`);
    const all = secrets.map((secret, at) => createVerifier({ keys: { id: `key ${at}`, secret } }));
    const posted = secrets.map((secret) => sign({ event: "e", data: { secret } }, secret).body);
    for (let round = 0; round < 3; round += 1) {
      all.forEach((verifier, at) => {
        const delivery = verifier.verify(posted[at]);
        equal([delivery.keyId, delivery.payload.data.secret], [`key ${at}`, secrets[at]]);
        equal(
          codeOf(library, { equal }, () => verifier.verify(posted[(at + 32) % 100])),
          "signature_mismatch",
        );
        equal(all[(at + 64) % 100].explain(posted[at]).code, "signature_mismatch");
      });
    }
  });

  test("a verifier per delivery", () => {
    for (let n = 0; n < 1000; n += 1) createVerifier({ keys: [`${n}`, sample.secret] }).verify(sample.body);
  });

  test("explain works with a verifier whose place was taken", () => {
    const first = createVerifier({ keys: sample.secret });
    for (let n = 0; n < 64; n += 1) createVerifier({ keys: "another" });
    equal(first.explain(sample.body).verified, true);
  });

  test("changing the options afterwards changes nothing", () => {
    const secret = new TextEncoder().encode(sample.secret);
    const options = {
      keys: [{ id: "a", secret }],
      forms: ["wire"],
      scopes: ["whole-body"],
      maxBodyBytes: 1000,
    };
    const verifier = createVerifier(options);
    secret.fill(0);
    options.keys[0].id = "b";
    options.keys.push("more");
    options.forms[0] = "reserialized";
    options.maxBodyBytes = 1;
    for (let n = 0; n < 64; n += 1) createVerifier({ keys: "another" });
    const delivery = verifier.verify(sample.body);
    equal([delivery.keyId, delivery.form, verifier.maxBodyBytes], ["a", "wire", 1000]);
  });

  test("maxBodyBytes is 256 KiB unless said otherwise", () => {
    equal(createVerifier({ keys: "a" }).maxBodyBytes, 262_144);
    equal(createVerifier({ keys: "a", maxBodyBytes: 33_554_432 }).maxBodyBytes, 33_554_432);
  });

  test("a verifier's functions need no verifier", async () => {
    const { explain, maxBodyBytes, verify, verifyRequest } = createVerifier({ keys: sample.secret });
    equal(maxBodyBytes, 262_144);
    equal(verify(sample.body).contentId, sample.expect.contentId);
    equal(explain(sample.body).verified, true);
    equal(explain("{}").code, "signature_missing");
    equal(refusal({ verify }, "{}"), "signature_missing");
    const request = new Request("https://example.com/", { method: "POST", body: sample.body });
    equal((await verifyRequest(request)).contentId, sample.expect.contentId);
  });

  const refusal = (verifier, ...given) => codeOf(library, { equal }, () => verifier.verify(...given));

  test("explain never throws", () => {
    const verifier = createVerifier({ keys: sample.secret });
    const thrown = (value) => ({
      get [Symbol.iterator]() {
        throw value;
      },
    });
    const given = [
      undefined,
      null,
      0,
      {},
      [],
      Symbol("x"),
      () => {},
      thrown(null),
      thrown("text"),
      thrown(new RangeError("x")),
      thrown(revoked()),
      revoked(),
      Object.setPrototypeOf(new Uint8Array(2), revoked()),
    ];
    for (const one of given) {
      for (const [body, headers] of [
        [one, undefined],
        [sample.body, one],
        [one, one],
      ]) {
        const diagnosis = verifier.explain(body, headers);
        equal(typeof diagnosis.verified, "boolean");
        equal(
          diagnosis.verified ? diagnosis.code : typeof diagnosis.code,
          diagnosis.verified ? null : "string",
        );
        if (!diagnosis.verified) equal(diagnosis.code, refusal(verifier, body, headers), "as verify refuses");
        equal(typeof diagnosis.message, "string");
        equal(Array.isArray(diagnosis.causes), true);
      }
    }
  });

  test("a large body leaves room for the next small one", () => {
    const verifier = createVerifier({ keys: sample.secret, maxBodyBytes: 33_554_432 });
    const data = "x".repeat(8_000_000);
    const { body } = sign({ event: "e", data }, sample.secret);
    const before = verifier.verify(sample.body);
    equal(verifier.verify(body).payload.data.length, data.length);
    equal(verifier.verify(sample.body).contentId, sample.expect.contentId);
    equal(before.contentId, sample.expect.contentId, "what was verified before memory grew");
  });
}
