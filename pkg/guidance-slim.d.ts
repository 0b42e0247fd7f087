/**
 * compliance-gate/guidance/slim: the whole of compliance-gate/guidance, without its wasm, which the caller brings.
 *
 * ```js
 * import { init, interpretStatus } from "compliance-gate/guidance/slim";
 *
 * init(await WebAssembly.compileStreaming(fetch(wasmUrl))); // of compliance-gate/guidance.wasm
 * ```
 */

export * from "./guidance.js";

/**
 * Takes the package's `guidance.wasm`: compiled, or its bytes. Call it once before anything else; calling it again is
 * harmless and changes nothing.
 */
export function init(wasm: WebAssembly.Module | BufferSource): void;
