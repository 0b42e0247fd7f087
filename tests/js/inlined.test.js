// The wasm inside the source is the wasm beside it, by the decompressor that runtimes bring and by the package's own.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { constants, deflateRawSync } from "node:zlib";
import { fromBase64 } from "../../pkg/lib/base64.js";
import { inflate } from "../../pkg/lib/inflate.js";
import * as gate from "../../pkg/wasm/compliance_gate_inline.js";
import * as kyc from "../../pkg/wasm/kyc_inline.js";
import * as operations from "../../pkg/wasm/operations_inline.js";

for (const [name, { wasm, length }] of Object.entries({ compliance_gate: gate, kyc, operations })) {
  test(`${name}: what is inlined is the file`, () => {
    const file = readFileSync(new URL(`../../pkg/wasm/${name}_bg.wasm`, import.meta.url));
    assert.equal(length, file.length);
    assert(Buffer.from(inflate(fromBase64(wasm), length)).equals(file));
  });
}

test("base64 is decoded without the engine's help too", () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) & 0xff);
  const text = Buffer.from(bytes).toString("base64");
  const own = [
    [Uint8Array, "fromBase64"],
    [globalThis, "Buffer"],
  ].map(([holder, name]) => [holder, name, Object.getOwnPropertyDescriptor(holder, name)]);
  for (const [holder, name] of own) {
    assert.deepEqual(Uint8Array.from(fromBase64(text)), bytes);
    delete holder[name];
  }
  try {
    assert.deepEqual(fromBase64(text), bytes);
  } finally {
    for (const [holder, name, native] of own) if (native) Object.defineProperty(holder, name, native);
  }
});

let seed = 1;
/** Numbers that are the same every time. */
function random(below) {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
}

const INPUTS = {
  nothing: Buffer.alloc(0),
  "one byte": Buffer.from("a"),
  "one byte, often": Buffer.alloc(100_000, "a"),
  "two bytes, often": Buffer.alloc(70_001, "ab"),
  noise: Buffer.from(Array.from({ length: 70_000 }, () => random(256))),
  "uneven noise": Buffer.from(Array.from({ length: 70_000 }, () => random(1 + random(200)))),
  "text with distant repeats": Buffer.from(
    Array.from({ length: 9000 }, () => `word${random(3000)} `).join(""),
  ),
};
const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

for (const [name, input] of Object.entries(INPUTS)) {
  test(`inflate undoes every kind of deflate: ${name}`, () => {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE]) {
        const output = inflate(deflateRawSync(input, { level, strategy }), input.length);
        assert(input.equals(output), `level ${level}, strategy ${strategy}`);
      }
    }
  });
}
