// Workers: the bundler hands over a compiled module; compiling bytes is not allowed there.
import { load } from "./lib/guidance/core.js";
import module from "./wasm/guidance_bg.wasm";

load(module);

export * from "./lib/guidance/api.js";
