// What callers and engines may do to the package between its lines: run out of stack, trap, call back in.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { createVerifier, GateError, idempotencyKey, sign } from "../../pkg/inline.js";
import { guarded } from "../../pkg/lib/core.js";
import { reserve } from "../../pkg/wasm/compliance_gate.js";

const SECRET = "k";
const verifier = createVerifier({ keys: SECRET });

function body(id) {
  const text = `{"event":"e","data":{"transaction":{"id":"${id}","status":"S"}}}`;
  const signature = createHmac("sha256", SECRET).update(text).digest("hex");
  return { text, posted: `${text.slice(0, -1)},"signature":"${signature}"}` };
}

test("at the stack's end a delivery either fails or has its own text, and so have all later ones", () => {
  const kept = [];
  const attempt = (id, depth) => {
    if (depth > 0) return attempt(id, depth - 1);
    const { text, posted } = body(id);
    kept.push([text, verifier.verify(posted)]);
  };
  const deepest = () => {
    let depth = 1;
    try {
      for (;;) {
        depth *= 2;
        attempt(`probe-${depth}`, depth);
      }
    } catch {
      return depth;
    }
  };
  const limit = deepest();
  for (let depth = Math.floor(limit / 2); depth < limit; depth += Math.max(1, Math.floor(limit / 3000))) {
    try {
      attempt(`at-${depth}`, depth);
    } catch (error) {
      assert.ok(error instanceof RangeError || error instanceof GateError, String(error));
    }
  }
  for (let after = 0; after < 300; after += 1) attempt(`after-${after}`, 0);
  assert.ok(kept.length > 300);
  for (const [text, delivery] of kept) assert.equal(delivery.signedText, text);
});

test("a trap is reported once, and neither earlier deliveries nor later calls know of it", () => {
  const { text, posted } = body("before");
  const [read, unread] = [verifier.verify(posted), verifier.verify(posted)];
  assert.equal(read.signedText, text);
  for (let round = 0; round < 3; round += 1) {
    assert.throws(
      () => guarded(() => reserve(2 ** 32 - 1)),
      (error) => {
        assert.ok(error instanceof GateError);
        assert.deepEqual([error.name, error.code, error.status], ["GateError", "internal", 500]);
        assert.ok(error.cause.cause instanceof WebAssembly.RuntimeError, String(error.cause.cause));
        return true;
      },
    );
    assert.equal(verifier.verify(body(`after ${round}`).posted).idempotencyKey, `e:after ${round}:S`);
  }
  assert.equal(unread.signedText, text);
  assert.equal(unread.idempotencyKey, "e:before:S");
  assert.equal(verifier.explain(posted).verified, true);
});

test("sign signs what it is given, whatever its other arguments call", () => {
  const dialect = {
    toString() {
      idempotencyKey('{"event":"evil"}');
      return "body";
    },
  };
  assert.throws(() => sign('{"event":"mine"}', SECRET, { dialect }), { code: "invalid_options" });
});

test("headers that call back in change nothing", () => {
  const { text, posted } = body("outer");
  const value = {
    toString() {
      verifier.verify(body("inner").posted);
      return createHmac("sha256", SECRET).update(posted).digest("hex");
    },
  };
  assert.equal(verifier.verify(posted, { "X-Webhook-Signature": value }).signedText, posted);
  assert.equal(verifier.verify(posted).signedText, text);
});

test("headers that throw are refused, and explained without throwing", () => {
  for (const thrown of [null, undefined, new Error("no"), { code: "ERR_OTHER", message: "x" }]) {
    const header = {
      toString() {
        throw thrown;
      },
    };
    const headers = [["x-webhook-signature", header]];
    assert.throws(() => verifier.verify("{}", headers), { code: "invalid_options" });
    assert.equal(verifier.explain("{}", headers).code, "invalid_options");
  }
  const bare = { "x-webhook-signature": Object.create(null) };
  assert.throws(() => verifier.verify("{}", bare), { code: "invalid_options" });
});

test("headers that answer what is no text touch no delivery", () => {
  class Odd extends Headers {
    get() {
      return 5;
    }
  }
  const kept = ["a", "b"].map((id) => [body(id).text, verifier.verify(body(id).posted)]);
  for (const size of [10, 3000, 40_000]) {
    const bytes = new TextEncoder().encode("Z".repeat(size));
    assert.throws(() => verifier.verify(bytes, new Odd()), { code: "body_not_json" });
  }
  for (const [text, delivery] of kept) assert.equal(delivery.signedText, text);
});

test("arrays that are no bytes, lie about them or lost them are refused", () => {
  const detached = new Uint8Array([123, 125]);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  assert.throws(() => verifier.verify(detached), { code: "body_empty" });
  assert.throws(() => createVerifier({ keys: detached }), { code: "secret_empty" });
  assert.throws(() => verifier.verify(Object.create(Uint8Array.prototype)), { code: "body_not_raw" });

  const small = createVerifier({ keys: SECRET, maxBodyBytes: 10 });
  const lying = new TextEncoder().encode(body("long").posted);
  Object.defineProperty(lying, "byteLength", { value: 1 });
  Object.defineProperty(lying, "length", { value: 1 });
  assert.throws(() => small.verify(lying), { code: "body_too_large" });
  assert.equal(verifier.verify(lying).signedText, body("long").text);
});

test("what cannot be looked into is refused with a code", async () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => verifier.verify(proxy), GateError);
  assert.throws(() => verifier.verify(proxy), { code: "body_not_raw" });
  assert.throws(() => verifier.verify("{}", proxy), { code: "invalid_options" });
  assert.throws(() => idempotencyKey(proxy), { code: "body_not_raw" });
  await assert.rejects(verifier.verifyRequest(proxy), { code: "body_not_raw" });
  await assert.rejects(verifier.verifyRequest({ headers: proxy }), { code: "body_not_raw" });
});

test("a key is of text, and so of no bytes that are none", () => {
  const bytes = Buffer.from('{"event":"e","data":{"transaction":{"id":"\xff","status":"S"}}}', "latin1");
  assert.throws(() => idempotencyKey(bytes), { code: "body_not_utf8" });
});

test("what is too large to read is refused before it is copied", () => {
  const large = "x".repeat(33 * 1024 * 1024);
  assert.throws(() => sign(large, SECRET), { code: "body_too_large" });
  assert.throws(() => idempotencyKey(large), { code: "body_too_large" });
});
