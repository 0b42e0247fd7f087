// The core for what operators and servers ask.
import {
  __wbg_reset_state as reset,
  askOperations as answer,
  initSync,
  reserve,
} from "../../wasm/operations.js";
import { core } from "./core.js";

/** Every question, by its place in `answer` of src/bindings/operations.rs. */
export const QUESTION = Object.freeze({
  reviewState: 0,
  documentationTransition: 1,
  customerState: 2,
  checkLimits: 3,
  auditRecords: 4,
  adviseRetry: 5,
  redeliverySchedule: 6,
  redelivery: 7,
  tokenRefreshAt: 8,
  checklist: 9,
  checklistProgress: 10,
});

export const { load, init, guarded, ask } = core(
  { answer, reserve, initSync, reset },
  "operations.wasm",
  "askOperations",
);
