// Wycheproof's HMAC-SHA256 set and RFC 4231 against the core as WebAssembly, where JavaScript reaches the bare HMAC:
// in the variant that `npm run build -- --conformance` makes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as core from "../../.local/conformance/compliance_gate.js";
import { read, vectors } from "./vectors.js";

const WASM = new URL("../../.local/conformance/compliance_gate_bg.wasm", import.meta.url);
const { memory } = core.initSync({ module: new WebAssembly.Module(readFileSync(WASM)) });

/** "match", "mismatch", or "malformed" where the tag is no signature at all. */
function verdict(secret, message, tag) {
  if (!core.bareKey(secret, tag)) return "malformed";
  const start = core.reserve(message.length) >>> 0;
  new Uint8Array(memory.buffer).set(message, start);
  return core.bareVerify(message.length) ? "match" : "mismatch";
}

test("Wycheproof: every case of HMAC-SHA256", () => {
  const { testGroups } = read("external/wycheproof-hmac-sha256.json");
  let ran = 0;
  for (const { tagSize, tests } of testGroups) {
    for (const { tcId, key, msg, tag, result } of tests) {
      const whole = result === "invalid" ? "mismatch" : "match";
      // Decided: a truncated tag is no signature, valid or not.
      const expected = tagSize === 256 ? whole : "malformed";
      assert.equal(verdict(Buffer.from(key, "hex"), Buffer.from(msg, "hex"), tag), expected, `case ${tcId}`);
      ran += 1;
    }
  }
  assert.equal(ran, 174, "so that no case is skipped");
});

for (const { name, secret, message, signature, expect } of vectors.signature) {
  test(`signature: ${name}`, () => {
    assert.equal(verdict(Buffer.from(secret, "hex"), Buffer.from(message, "hex"), signature), expect);
  });
}

test("the published build does not export the bare HMAC", async () => {
  const published = await import("../../pkg/wasm/compliance_gate.js");
  assert.deepEqual(
    Object.keys(published).filter((name) => name.startsWith("bare")),
    [],
  );
});
