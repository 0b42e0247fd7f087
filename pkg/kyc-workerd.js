// Workers: the bundler hands over a compiled module; compiling bytes is not allowed there.
import { load } from "./lib/guidance/kyc-core.js";
import module from "./wasm/kyc_bg.wasm";

load(module);

export * from "./lib/guidance/kyc-api.js";
