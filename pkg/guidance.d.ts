/**
 * compliance-gate/guidance: what a provider's answer means, who has to act next, and with what. It has all of
 * compliance-gate/kyc, and beside it payments, customers, policies and checklists.
 *
 * Everything is synchronous and needs no set-up call. There is no signing code in it. Time and randomness are arguments.
 * Results are plain objects that JSON can hold; null is what is not there.
 *
 * Whatever is typed {@link JsonText} may be given as JSON text, as its bytes, or as an object, which `JSON.stringify`
 * prints. What cannot be used is refused with a {@link GateError}, and nothing else is ever thrown.
 */

export type { HeadersLike } from "./index.js";
export * from "./kyc.js";

import type { HeadersLike } from "./index.js";
import type { Actor, Call, ConomyDocument, Contradiction, JsonText } from "./kyc.js";

/** The known values, for completion, and any other: providers add values, and they are handed on verbatim. */
type Open<Known extends string> = Known | (string & {});

// ---- Payments and customers ------------------------------------------------------------------------------------

/** The time, and how long a review may take. What is absent or null takes its default; what is no number is refused. */
export interface ReviewOptions {
  /** Milliseconds since 1970. Without it nothing is late, and there is no clock. */
  readonly now?: number | null | undefined;
  /** Within how many hours a person has to have looked at it. Default 4. */
  readonly slaHours?: number | null | undefined;
  /** After how many hours it is chased. Default 24. */
  readonly auditHours?: number | null | undefined;
  /** Since when the payment has been blocked, where you know that better than the payment says. */
  readonly since?: number | null | undefined;
}

/** A payment's status. */
export type PaymentStatus = Open<
  | "ATTEMPT"
  | "PENDING"
  | "CREATED"
  | "AUTHORIZED"
  | "REQUIRES_REVIEW"
  | "CAPTURED"
  | "RECEIVED"
  | "SETTLED"
  | "UNSETTLED"
  | "EXPIRED"
  | "FAILED"
  | "REFUNDED"
  | "DISPUTED"
  | "REVERSED"
>;

/** How far the documents of a payment's review are. */
export type DocumentationStatus = Open<"PENDING_UPLOAD" | "UPLOADED" | "SENT" | "APPROVED" | "REJECTED">;

/** The stage of a review; `abandoned`: the payment ended while its review was open. */
export type ReviewStage =
  | "none"
  | "document_wanted"
  | "under_review"
  | "approved"
  | "rejected"
  | "abandoned"
  | "unknown";

/** A time by which something has to have happened. */
export interface Deadline {
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** Seconds until then; 0 where it is past. */
  readonly remainingSeconds: number;
  readonly isOverdue: boolean;
}

/** Where a payment's review stands. */
export interface Review {
  readonly id: string | null;
  /** The payment's status, verbatim. */
  readonly status: PaymentStatus | null;
  readonly documentationStatus: DocumentationStatus | null;
  readonly stage: ReviewStage;
  /** Whether the payment waits for its review; null where its status is not known. */
  readonly isBlocked: boolean | null;
  /** Whether the payment has ended. */
  readonly isTerminal: boolean;
  readonly actor: Actor;
  readonly nextStep:
    | "attach_document"
    | "await_review"
    | "escalate_review"
    | "await_payment"
    | "await_refund"
    | "contact_support"
    | "nothing";
  /** The document that is wanted, and why. An empty `anyOf`: no reason was given, or none that is known. */
  readonly document: {
    readonly reason: Open<"SOURCE_OF_FUNDS_REQUIRED"> | null;
    readonly anyOf: readonly ConomyDocument[];
  } | null;
  readonly call: Call | null;
  /** How long the payment has been blocked; null where it is not, or where nothing says since when. */
  readonly clock: {
    /** Milliseconds since 1970. */
    readonly since: number;
    /** Where that is from. Blocked at `createdAt` or later; at `updatedAt` or earlier. */
    readonly sinceSource: "given" | "event" | "createdAt" | "updatedAt";
    readonly ageSeconds: number;
    /** Within what a person has to have looked at it. */
    readonly sla: Deadline;
    /** After what it is chased. */
    readonly audit: Deadline;
  } | null;
  /** Whether the provider returns the money by itself, as a payment of type `REFUND`. */
  readonly refundExpected: boolean;
  readonly contradictions: readonly Contradiction<
    | "blocked_though_approved"
    | "blocked_though_rejected"
    | "failed_in_open_review"
    | "moved_in_open_review"
    | "rejected_but_not_failed"
    | "event_disagrees"
  >[];
}

/** Says where a payment's review stands: a payment as the API gives it, or an event about one. */
export function reviewState(payment: JsonText, options?: ReviewOptions | null): Review;

/**
 * Whether one `documentationStatus` may come directly behind another; null is that of a payment never in review.
 * `isExpected` is null where a status is not known. Deliveries come late and out of order, so what is not expected is a
 * reason to look, and none to refuse.
 */
export function documentationTransition(change: {
  readonly from?: DocumentationStatus | null | undefined;
  readonly to?: DocumentationStatus | null | undefined;
}): { readonly isExpected: boolean | null; readonly next: readonly DocumentationStatus[] };

/** A customer's level. */
export type OperationLevel = Open<"INACTIVE" | "BASIC" | "STANDARD" | "FULL">;

/** A member of a customer's profile. */
export type ProfileMember =
  | "firstName"
  | "lastName"
  | "email"
  | "phoneNumber"
  | "documentNumber"
  | "documentType"
  | "country";

/** Where a customer stands. */
export interface Customer {
  readonly id: string | null;
  /** The level, verbatim. */
  readonly operationLevel: OperationLevel | null;
  /** The level above; null above the highest, or where the level is not known. */
  readonly nextLevel: OperationLevel | null;
  /** Null where the level is not known. */
  readonly isBlocked: boolean | null;
  /** Whether the record was made from a deposit by somebody unknown. */
  readonly autoCreated: boolean | null;
  /** Whether a document is approved. */
  readonly isDocumented: boolean | null;
  /** Whether payments over the threshold are reviewed. */
  readonly reviewGate: "applies" | "bypassed" | "unknown";
  /** Members of the profile that have no value. */
  readonly missing: readonly ProfileMember[];
  /** What is to be done, in order. */
  readonly todo: readonly {
    readonly step:
      | "review_block"
      | "complete_profile"
      | "attach_document"
      | "await_review"
      | "promote"
      | "contact_support";
    readonly actor: Actor;
    readonly call: Call | null;
  }[];
  readonly contradictions: readonly Contradiction<
    "documented_without_document" | "undocumented_with_document" | "full_without_document"
  >[];
}

/** Says where a customer stands: a record as the API gives it, or an event about one. */
export function customerState(customer: JsonText): Customer;

/** A decimal amount: text, of which every digit counts, or a number. */
export type Amount = string | number;

/** What you know of your limits, by currency. What is absent or null is not configured. */
export type Limits = Readonly<
  Record<
    string,
    {
      readonly minimum?: Amount | null | undefined;
      /** By type of payment, in place of `minimum`. */
      readonly minimums?: Readonly<Record<string, Amount>> | null | undefined;
      /** From what on a payment of a customer that is not documented is reviewed. */
      readonly reviewThreshold?: Amount | null | undefined;
      /** The most that a payment may have, by level. */
      readonly caps?: Readonly<Record<string, Amount>> | null | undefined;
    }
  >
>;

/** A payment before it is submitted. Null is the same as absent. */
export interface PlannedPayment {
  readonly type?: PaymentType | null | undefined;
  readonly currency?: string | null | undefined;
  readonly totalAmount?: Amount | null | undefined;
  /** Where there is no `totalAmount`. */
  readonly amount?: Amount | null | undefined;
  readonly operationLevel?: OperationLevel | null | undefined;
  readonly isDocumented?: boolean | null | undefined;
}

/** What kind of payment it is. */
export type PaymentType = Open<
  | "PURCHASE"
  | "TOPUP_ACCOUNT"
  | "WITHDRAWAL_ACCOUNT"
  | "P2P"
  | "COLLECT"
  | "FEE"
  | "REMITTANCE"
  | "REFUND"
  | "LOCAL_DEPOSIT"
>;

/** What becomes of a payment, as far as the limits tell. */
export interface LimitsCheck {
  /**
   * The gravest of the findings. `unknown`: a limit that would matter is not configured: the minimum, the cap of the
   * customer's level, or the threshold where the customer is not documented.
   */
  readonly verdict: "allowed" | "unknown" | "review" | "refused";
  readonly findings: readonly {
    readonly code:
      | "amount_invalid"
      | "currency_not_configured"
      | "minimum_not_configured"
      | "below_minimum"
      | "threshold_not_configured"
      | "review_expected"
      | "over_cap"
      | "level_not_configured"
      | "level_blocked";
    /** The configured limit, as it was written. */
    readonly limit: string | null;
    /** How the provider refuses; null where it does not, or not in a documented way. */
    readonly refusal: "failed_precondition" | "rejected_at_rail" | null;
    readonly message: string;
  }[];
}

/** Checks a payment against limits before it is submitted. */
export function checkLimits(
  payment: PlannedPayment | JsonText,
  limits: Limits | string | Uint8Array,
): LimitsCheck;

/** How the reviews of a window were decided. */
export interface Decisions {
  readonly decided: number;
  readonly rejected: number;
}

/** What a look over many records shows. */
export interface Audit {
  /** Payments in review for too long, the oldest first. */
  readonly staleReviews: readonly {
    readonly id: string | null;
    readonly stage: ReviewStage;
    /** Milliseconds since 1970. */
    readonly since: number;
    readonly ageSeconds: number;
  }[];
  /**
   * Customers made from a deposit that move money. A payment that was only registered, expired, failed or was
   * cancelled does not count, nor does a refund.
   */
  readonly autoCreatedTransacting: readonly {
    readonly id: string;
    readonly operationLevel: OperationLevel | null;
    /** How many of the payments are theirs and moved money, or may yet. */
    readonly payments: number;
    readonly missing: readonly ProfileMember[];
  }[];
  /** Rejections in the last window beside the one before: a spike is at least five, and twice the rate. */
  readonly refunds: { readonly isSpike: boolean; readonly recent: Decisions; readonly before: Decisions };
  /** What could not be taken into account: no JSON object, or a review without a time. */
  readonly skipped: { readonly unreadable: number; readonly undated: number };
}

/**
 * Looks over payments and customers, at most 50,000 records of each. What is listed repeatedly counts once: a payment
 * stands where the latest of its records says, since when the first of them that says so; a customer by the first one.
 */
export function auditRecords(
  payments: readonly object[] | string | Uint8Array,
  customers: readonly object[] | string | Uint8Array,
  options: {
    /** Milliseconds since 1970. */
    readonly now: number;
    /** After how many hours a review is stale. Default 24. */
    readonly auditHours?: number | null | undefined;
    /** How long a window of rejections is. Default 168, a week. */
    readonly windowHours?: number | null | undefined;
  },
): Audit;

// ---- Policies --------------------------------------------------------------------------------------------------

/** Headers of which a client has made numbers. */
type NumericHeaders =
  | ReadonlyMap<string, HeaderValue | readonly HeaderValue[] | undefined>
  | Readonly<Record<string, HeaderValue | readonly HeaderValue[] | undefined>>
  | Iterable<readonly [string, HeaderValue | readonly HeaderValue[]]>;
type HeaderValue = string | number;

/** A call of Conomy's API that failed. */
export interface Failure {
  /** The HTTP status; absent, null or 0 where no answer came. */
  readonly status?: number | null | undefined;
  /** As they came; values may be numbers. */
  readonly headers?: HeadersLike | NumericHeaders | null | undefined;
  /** The answer's body: its text, its bytes, or the object that was read from it. */
  readonly body?: unknown;
  /** The attempt that just failed; 1 is the first. */
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** `Math.random()`, or any number from 0 to 1: spreads callers. */
  readonly random: number;
}

/** Whether and when to ask again. */
export interface Advice {
  /** Whether the same request, sent again, can succeed. */
  readonly retry: boolean;
  /** How long to wait first: as long as the provider says, which may be hours; null where nothing is to be sent again. */
  readonly afterSeconds: number | null;
  /** Why, or what to do instead. */
  readonly reason:
    | "network_failure"
    | "server_error"
    | "rate_limited"
    | "attempts_exhausted"
    | "not_implemented"
    | "reauthenticate"
    | "query_first"
    | "invalid_request"
    | "precondition_failed"
    | "not_found"
    | "forbidden"
    | "not_a_failure"
    | "unknown_status";
  /** The provider's code, verbatim; where it names a type alone, that type's code. It is text: leading zeros matter. */
  readonly code: Open<
    "01" | "02" | "11" | "12" | "13" | "14" | "21" | "31" | "32" | "41" | "42" | "43"
  > | null;
  /** What the provider's support asks for. */
  readonly traceId: string | null;
}

/**
 * Says whether and when to ask again. It branches on codes and types, never on wording; a code may forbid a retry, and
 * never allows one that the status forbids.
 */
export function adviseRetry(failure: Failure): Advice;

/** One of the provider's 29 retries of a delivery. */
export interface RedeliverySlot {
  /** 1 is the first. */
  readonly retry: number;
  /** Seconds since the delivery before it. */
  readonly afterSeconds: number;
  /** Seconds since the first delivery. */
  readonly atSeconds: number;
}

/** When Conomy delivers again what nobody took. */
export function redeliverySchedule(): RedeliverySlot[];

/** Where in that schedule a delivery is; times in milliseconds since 1970. */
export function redelivery(times: { readonly firstSeen: number; readonly now: number }): {
  /** How many retries have been due by now. */
  readonly retries: number;
  readonly next: RedeliverySlot | null;
  readonly nextAt: number | null;
  /** When the provider gives up. */
  readonly droppedAt: number;
  readonly isDropped: boolean;
};

/**
 * When to replace a token, ahead of its expiry: milliseconds since 1970, for `expiresIn` in whole seconds. A tenth of its life
 * before its end, at least 30 seconds and at most 5 minutes, but never in the first half of its life.
 */
export function tokenRefreshAt(token: { readonly issuedAt: number; readonly expiresIn: number }): number;

// ---- Checklists ------------------------------------------------------------------------------------------------

/** An item of Conomy's checklists, in our words. */
export interface ChecklistItem {
  /** Stable. */
  readonly id: string;
  readonly list: "integration" | "going_live";
  readonly section: string;
  readonly text: string;
  /** Where the provider asks for it. */
  readonly source: string;
  /** The exports and routes of this project that help. */
  readonly helps: readonly string[];
  /** What a gate can look at to know whether it is done; null where it cannot. */
  readonly machineCheckable: Open<
    | "delivery_verified"
    | "deliveries_deduplicated"
    | "answered_in_time"
    | "unknown_events_kept"
    | "payloads_kept"
    | "backlog_measured"
    | "seen_requires_review"
    | "seen_review_outcomes"
    | "seen_level_changed"
    | "seen_compliance_events"
    | "seen_refund"
    | "seen_settlement"
  > | null;
}

/** Both checklists, in the pages' order. */
export function checklist(): ChecklistItem[];

/** How far along somebody is. */
export interface ChecklistProgress {
  readonly total: number;
  readonly done: number;
  readonly sections: readonly {
    readonly list: "integration" | "going_live";
    readonly section: string;
    readonly total: number;
    readonly done: number;
  }[];
  /** The ids that are not done. */
  readonly remaining: readonly string[];
  /** What was given and is no item's id. */
  readonly unknown: readonly string[];
}

/** Counts what is done, by the items' ids. */
export function checklistProgress(done: readonly string[]): ChecklistProgress;
