// The public surface of compliance-gate/kyc. kyc.d.ts documents it.
export { GateError } from "../gate-error.js";
export { requiredDocuments, validateDocument } from "./document.js";
export { interpretKycEvent, interpretStatus } from "./kyc.js";
