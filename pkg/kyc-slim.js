// The caller brings the wasm.
export * from "./lib/guidance/kyc-api.js";
export { init } from "./lib/guidance/kyc-core.js";
