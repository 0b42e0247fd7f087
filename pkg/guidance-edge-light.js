// Vercel's edge: its bundler hands over a compiled module for this spelling; compiling bytes is not allowed there.
import { load } from "./lib/guidance/core.js";
import module from "./wasm/guidance_bg.wasm?module";

load(module);

export * from "./lib/guidance/api.js";
