/**
 * compliance-gate/slim: the whole of compliance-gate, without its wasm, which the caller brings.
 *
 * ```js
 * import { createVerifier, init } from "compliance-gate/slim";
 *
 * init(await WebAssembly.compileStreaming(fetch(wasmUrl))); // of compliance-gate/compliance-gate.wasm
 * ```
 */

export * from "./index.js";

/**
 * Takes the package's `compliance-gate.wasm`: compiled, or its bytes. Call it once before anything else; calling it again is
 * harmless and changes nothing. Another wasm is refused.
 */
export function init(wasm: WebAssembly.Module | BufferSource): void;
