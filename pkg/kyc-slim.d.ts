/**
 * compliance-gate/kyc/slim: the whole of compliance-gate/kyc, without its wasm, which the caller brings.
 *
 * ```js
 * import { init, interpretStatus } from "compliance-gate/kyc/slim";
 *
 * init(await WebAssembly.compileStreaming(fetch(wasmUrl))); // of compliance-gate/kyc.wasm
 * ```
 */

import type { Wasm } from "./slim.js";

export * from "./kyc.js";
export type { Wasm };

/**
 * Takes the package's `kyc.wasm`: compiled, or its bytes. Call it once before anything else; calling it again is
 * harmless and changes nothing. Another wasm is refused.
 */
export function init(wasm: Wasm): void;
