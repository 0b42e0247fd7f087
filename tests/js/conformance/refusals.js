// What is refused, by its code; attacks; and why a delivery fails.

import { bodyOf, codeOf, headersOf, sampleOf, verify } from "./vector.js";

export function refusals(library, vectors, { test, equal }) {
  const { createVerifier, GateError } = library;
  const runner = { equal };

  for (const vector of vectors.refused) {
    test(`refused: ${vector.name}`, () => {
      let status;
      const code = codeOf(library, runner, () => {
        try {
          verify(library, vector);
        } catch (error) {
          status = error.status;
          throw error;
        }
      });
      equal([code, status], [vector.code, vector.status], "code and status");
    });
  }

  // The HTTP signature of a JSON text is a header's; the other messages have no delivery around them.
  for (const vector of vectors.signature.filter(({ message }) => message.startsWith("7b"))) {
    test(`signature: ${vector.name}`, () => {
      const [secret, message] = [{ hex: vector.secret }, { hex: vector.message }].map((body) =>
        bodyOf({ body }),
      );
      const verifier = createVerifier({ keys: secret, dialect: "header" });
      const code = codeOf(library, runner, () =>
        verifier.verify(message, { "X-Webhook-Signature": vector.signature }),
      );
      equal(
        code,
        { match: undefined, mismatch: "signature_mismatch", malformed: "signature_malformed" }[vector.expect],
      );
    });
  }

  for (const vector of vectors.attack) {
    test(`attack: ${vector.name}`, () => {
      if (vector.verdict === "refused") {
        equal(
          codeOf(library, runner, () => verify(library, vector)),
          vector.code,
          "code",
        );
        return;
      }
      const delivery = verify(library, vector);
      for (const [name, expected] of Object.entries(vector.expect)) equal(delivery[name], expected, name);
      equal(delivery.payload, JSON.parse(vector.expect.signedText), "payload");
    });
  }

  for (const vector of vectors.diagnosis) {
    test(`diagnosis: ${vector.name}`, () => {
      const diagnosis = createVerifier(vector.options).explain(bodyOf(vector), headersOf(vector));
      const [first] = diagnosis.causes;
      equal([diagnosis.verified, diagnosis.code], [vector.code === null, vector.code], "verdict");
      equal(first === undefined ? null : { code: first.code, proved: first.proved }, vector.cause, "cause");
      for (const word of vector.says)
        equal(first.message.includes(word), true, `${word} in: ${first.message}`);
      for (const secret of vector.never) equal(JSON.stringify(diagnosis).includes(secret), false, "a secret");
      const code = codeOf(library, runner, () => verify(library, vector));
      equal(code ?? null, vector.code, "verify agrees");
    });
  }

  test("a refusal disturbs no later delivery", () => {
    const sample = sampleOf(vectors);
    const verifier = createVerifier({ keys: sample.secret });
    for (const vector of vectors.refused.filter(({ options }) => options.keys?.[0] === sample.secret)) {
      try {
        verifier.verify(bodyOf(vector), headersOf(vector));
      } catch {}
      equal(verifier.verify(sample.body).contentId, sample.expect.contentId, vector.name);
    }
  });

  test("no error has a secret or an expected signature in it", () => {
    const sample = sampleOf(vectors);
    const digest = JSON.parse(sample.body).signature;
    const verifier = createVerifier({ keys: sample.secret });
    const altered = [sample.body.replace(digest, "0".repeat(64)), sample.body.replace(digest, `x${digest}`)];
    for (const body of altered) {
      try {
        verifier.verify(body);
      } catch (error) {
        const shown = `${error.message} ${JSON.stringify(error)}`;
        equal([shown.includes(sample.secret), shown.includes(digest)], [false, false], shown);
      }
    }
    equal(JSON.stringify(verifier).includes(sample.secret), false, "a verifier in a log");
  });

  test("a GateError can be made and thrown by callers too", () => {
    const error = new GateError("body_too_large", "expected less");
    equal(
      [error.code, error.message, error.status, error.name],
      ["body_too_large", "expected less", 413, "GateError"],
    );
    equal(Object.keys(error), ["code"], "what a log shows of it");
  });
}
