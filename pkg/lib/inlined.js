// The wasm of an entry that carries it: DEFLATE in base64, which is a third of what base64 alone weighs unpacked, and
// three quarters on its way to a browser.
import { fromBase64 } from "./base64.js";
import { inflate } from "./inflate.js";

/** Compiles `text`, which `length` bytes of wasm were made into. */
export function inlined(text, length) {
  const compressed = fromBase64(text);
  // Node, Bun and Deno have one that is quicker the first time; the name in `import` would trouble bundlers.
  const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
  return new WebAssembly.Module(zlib?.inflateRawSync(compressed) ?? inflate(compressed, length));
}
