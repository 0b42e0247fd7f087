// The caller brings both wasms.
import { initBoth } from "./lib/guidance/init.js";

export * from "./lib/guidance/kyc-api.js";
export * from "./lib/guidance/operations-api.js";
export { initBoth as init };
