/**
 * compliance-gate/kyc/slim: the whole of compliance-gate/kyc, without its wasm, which the caller brings.
 *
 * ```js
 * import { init, interpretStatus } from "compliance-gate/kyc/slim";
 *
 * init(await WebAssembly.compileStreaming(fetch(wasmUrl))); // of compliance-gate/kyc.wasm
 * ```
 */

export * from "./kyc.js";

/**
 * Takes the package's `kyc.wasm`: compiled, or its bytes. Call it once before anything else; calling it again is
 * harmless and changes nothing. Another wasm is refused.
 */
export function init(wasm: WebAssembly.Module | BufferSource): void;
