// Vercel's edge: its bundler hands over a compiled module for this spelling; compiling bytes is not allowed there.
import { load } from "./lib/guidance/operations-core.js";
import module from "./wasm/operations_bg.wasm?module";

load(module);

export * from "./kyc-edge-light.js";
export * from "./lib/guidance/operations-api.js";
