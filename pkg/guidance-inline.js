// Everywhere: the wasm is part of the source, so that no runtime has to find a file, and no bundler to know about it.
import { fromBase64 } from "./lib/base64.js";
import { load } from "./lib/guidance/core.js";
import { wasm } from "./wasm/guidance_inline.js";

load(() => new WebAssembly.Module(fromBase64(wasm)));

export * from "./lib/guidance/api.js";
