// Vercel's edge: its bundler hands over a compiled module for this spelling; compiling bytes is not allowed there.
import { load } from "./lib/guidance/kyc-core.js";
import module from "./wasm/kyc_bg.wasm?module";

load(module);

export * from "./lib/guidance/kyc-api.js";
