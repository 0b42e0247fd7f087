// Workers: the bundler hands over a compiled module; compiling bytes is not allowed there.
import { load } from "./lib/core.js";
import module from "./wasm/compliance_gate_bg.wasm";

load(module);

export * from "./lib/api.js";
