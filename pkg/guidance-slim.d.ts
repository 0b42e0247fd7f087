/**
 * compliance-gate/guidance/slim: the whole of compliance-gate/guidance, without its wasms, which the caller brings.
 *
 * ```js
 * import { init, interpretStatus, reviewState } from "compliance-gate/guidance/slim";
 *
 * const compiled = (url) => WebAssembly.compileStreaming(fetch(url));
 * init({ kyc: await compiled(kycUrl), operations: await compiled(operationsUrl) });
 * ```
 */

import type { Wasm } from "./slim.js";

export * from "./guidance.js";
export type { Wasm };

/**
 * Takes the package's `kyc.wasm` and `operations.wasm`: compiled, or their bytes. What is in compliance-gate/kyc needs the
 * first only, all else the second only. Call it before anything else; giving one again is harmless and changes nothing.
 * Another wasm is refused.
 */
export function init(wasms: { readonly kyc?: Wasm; readonly operations?: Wasm }): void;
