// Everywhere else: the module is part of the source, so that no bundler has to know about WebAssembly.
import { load } from "./lib/guidance/core.js";
import { wasm } from "./wasm/guidance_inline.js";

load(new WebAssembly.Module(Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0))));

export * from "./lib/guidance/api.js";
