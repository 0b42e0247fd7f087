// The public surface of compliance-gate/guidance. guidance.d.ts documents it.
export { GateError } from "../gate-error.js";
export { checklist, checklistProgress } from "./checklist.js";
export { requiredDocuments, validateDocument } from "./document.js";
export { interpretKycEvent, interpretStatus } from "./kyc.js";
export {
  auditRecords,
  checkLimits,
  customerState,
  documentationTransition,
  reviewState,
} from "./payment.js";
export { adviseRetry, redelivery, redeliverySchedule, tokenRefreshAt } from "./retry.js";
