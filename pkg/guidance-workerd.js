// Workers: the bundler hands over a compiled module; compiling bytes is not allowed there.
import { load } from "./lib/guidance/operations-core.js";
import module from "./wasm/operations_bg.wasm";

load(module);

export * from "./kyc-workerd.js";
export * from "./lib/guidance/operations-api.js";
