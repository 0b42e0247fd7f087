// Compiled, never run: what a caller may write against the types of compliance-gate/guidance.

import {
  adviseRetry,
  auditRecords,
  checkLimits,
  checklist,
  checklistProgress,
  type Due,
  documentationTransition,
  GateError,
  type GateErrorCode,
  type Guidance,
  interpretKycEvent,
  interpretStatus,
  redelivery,
  requiredDocuments,
  reviewState,
  tokenRefreshAt,
  validateDocument,
} from "compliance-gate/guidance";

const event = interpretKycEvent('{"type":"CUSTOMER_KYC_FINISHED"}', { strategy: "EXTERNAL" });
const guidance: Guidance = interpretStatus(new Uint8Array(), { lastEvent: event, polls: 2, usPerson: null });
interpretStatus({ data: {} });
interpretStatus("{}", { lastEvent: "CUSTOMER_KYC_ERROR", nationality: undefined });

// Known values are documented, and others admitted.
if (guidance.nextAction === "UPLOAD_DOCUMENT" || guidance.nextAction === "DANCE") guidance.call?.body?.type;
// What is ours is closed, so that a switch can be complete.
// @ts-expect-error: no such phase
if (guidance.phase === "dancing") throw new Error();
// @ts-expect-error: a number is no status
interpretStatus(1);
// @ts-expect-error: results are not to be changed
guidance.isCompliant = true;

export function words(due: Due): string {
  return due.documents?.anyOf.join(" or ") ?? due.profileFields?.join(", ") ?? due.check;
}

export function told(actor: Guidance["actor"]): string {
  switch (actor) {
    case "customer":
    case "integrator":
      return "you";
    case "provider":
    case "support":
      return "they";
    case "nobody":
      return "";
  }
}

const file = { bytes: new ArrayBuffer(8), policy: { maxBytes: 1e6, contentTypes: ["image/*"] } };
validateDocument({ provider: "connect", type: "W9", nationality: "US", ...file }).problems.map(
  ({ code }) => code,
);
validateDocument({ provider: "conomy", type: "kyc", bytes: new DataView(file.bytes) });
requiredDocuments().map(({ condition }) => condition === "no-ip-address");
reviewState({ id: "p" }, { now: Date.now() }).clock?.sla.isOverdue.valueOf();
documentationTransition({ from: null, to: "UPLOADED" }).next.length.toFixed();
checkLimits({ currency: "COP", amount: "10.50" }, { COP: { minimum: 1000, caps: { BASIC: "2000000" } } });
checkLimits({ totalAmount: null, amount: 10 }, { COP: { minimum: null, caps: null, reviewThreshold: "5" } });
auditRecords([], "[]", { now: 0 });
adviseRetry({ status: 429, headers: new Headers(), body: {}, attempt: 1, now: 0, random: 0 });
adviseRetry({ status: null, headers: [["retry-after", "3"]], attempt: 1, now: 0, random: 0 });
adviseRetry({ status: 503, headers: { "retry-after": 3, date: ["x"] }, attempt: 1, now: 0, random: 0 });
adviseRetry({ headers: new Map([["retry-after", 3]]), attempt: 1, now: 0, random: 0 });
redelivery({ firstSeen: 0, now: 1 }).next?.afterSeconds.toFixed();
tokenRefreshAt({ issuedAt: 0, expiresIn: 60 }).toFixed();
checklistProgress(checklist().map(({ id }) => id));

export function code(error: unknown): GateErrorCode | undefined {
  return error instanceof GateError ? error.code : undefined;
}
