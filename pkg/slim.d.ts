/**
 * compliance-gate/slim: the whole of compliance-gate, without its wasm, which the caller brings.
 *
 * ```js
 * import { createVerifier, init } from "compliance-gate/slim";
 *
 * init(await WebAssembly.compileStreaming(fetch(wasmUrl))); // of compliance-gate/compliance-gate.wasm
 * ```
 */

import type compiled from "./wasm.js";

export * from "./index.js";

/** What `init` takes: a compiled wasm, or its bytes. */
export type Wasm = typeof compiled | ArrayBuffer | ArrayBufferView;

/**
 * Takes the package's `compliance-gate.wasm`: compiled, or its bytes. Call it once before anything else; calling it again is
 * harmless and changes nothing. Another wasm is refused.
 */
export function init(wasm: Wasm): void;
