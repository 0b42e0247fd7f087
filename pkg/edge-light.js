// Vercel's edge: its bundler hands over a compiled module for this spelling; compiling bytes is not allowed there.
import { load } from "./lib/core.js";
import module from "./wasm/compliance_gate_bg.wasm?module";

load(module);

export * from "./lib/api.js";
