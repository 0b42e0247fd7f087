// The package's public surface. index.d.ts documents it.
export { GateError } from "./gate-error.js";
export { idempotencyKey } from "./idempotency-key.js";
export { readBody } from "./read-body.js";
export { sign } from "./sign.js";
export { createVerifier } from "./verifier.js";
