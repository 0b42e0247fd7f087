// Everywhere: the wasm is part of the source, so that no runtime has to find a file, and no bundler to know about it.
import { load } from "./lib/guidance/operations-core.js";
import { inlined } from "./lib/inlined.js";
import { length, wasm } from "./wasm/operations_inline.js";

load(() => inlined(wasm, length));

export * from "./kyc-inline.js";
export * from "./lib/guidance/operations-api.js";
