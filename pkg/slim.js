// The caller brings the wasm.
export * from "./lib/api.js";
export { init } from "./lib/core.js";
