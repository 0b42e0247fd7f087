// The caller brings the wasm.
export * from "./lib/guidance/api.js";
export { init } from "./lib/guidance/core.js";
