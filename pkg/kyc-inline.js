// Everywhere: the wasm is part of the source, so that no runtime has to find a file, and no bundler to know about it.
import { load } from "./lib/guidance/kyc-core.js";
import { inlined } from "./lib/inlined.js";
import { length, wasm } from "./wasm/kyc_inline.js";

load(() => inlined(wasm, length));

export * from "./lib/guidance/kyc-api.js";
