// What compliance-gate/guidance has beside compliance-gate/kyc. guidance.d.ts documents it.
export { checklist, checklistProgress } from "./checklist.js";
export {
  auditRecords,
  checkLimits,
  customerState,
  documentationTransition,
  reviewState,
} from "./payment.js";
export { adviseRetry, redelivery, redeliverySchedule, tokenRefreshAt } from "./retry.js";
