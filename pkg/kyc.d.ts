/**
 * compliance-gate/kyc: what Connect Financial's answers and events mean for a customer, who has to act next, and which
 * document does it. The part of compliance-gate/guidance that a customer's page needs, with a wasm of its own.
 *
 * Everything is synchronous and needs no set-up call. There is no signing code in it, so it may go to browsers. Time
 * and randomness are arguments. Results are plain objects that JSON can hold; null is what is not there.
 *
 * Whatever is typed {@link JsonText} may be given as JSON text, as its bytes, or as an object, which `JSON.stringify`
 * prints. What cannot be used is refused with a {@link GateError}, and nothing else is ever thrown.
 */

export { GateError, type GateErrorCode, type GateErrorJson } from "./index.js";

/** The known values, for completion, and any other: providers add values, and they are handed on verbatim. */
type Open<Known extends string> = Known | (string & {});

/** JSON as text, as bytes, or as the object that was read from it. */
export type JsonText = string | Uint8Array | ArrayBuffer | object;

/** Who has to act. What is next for `customer` may have the integrator's API call in `call`. */
export type Actor = "customer" | "integrator" | "provider" | "support" | "nobody";

/** A call of the provider's API. */
export interface Call {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With ids filled in where they are known, else with their place as the provider's pages write it: `:id`, `:onboardingId`. */
  readonly path: string;
  /** The members that the body needs for certain; absent where none do. */
  readonly body?: Readonly<Record<string, string>>;
}

/** A place where a provider's answer disagrees with itself, or with what its pages say. Never fatal. */
export interface Contradiction<Code extends string> {
  /** Stable. */
  readonly code: Code;
  /** One sentence; it may improve. */
  readonly message: string;
}

// ---- Compliance status -----------------------------------------------------------------------------------------

/** How an identity is verified: by the provider's SDK, or by the integrator's own provider. */
export type Strategy = "CF_KYC" | "EXTERNAL" | "unknown";

/** What decides which documents a person owes. Everything may be left out; null is the same as absent. */
export interface Person {
  readonly strategy?: Strategy | null | undefined;
  /** A country code of two or three letters. */
  readonly nationality?: string | null | undefined;
  /** Whether the person is a US person for tax purposes, which decides the tax form alone. */
  readonly usPerson?: boolean | null | undefined;
  /** Whether the provider has an IP address of the person on file; if not, it wants a proof of address. */
  readonly hasIpAddress?: boolean | null | undefined;
}

/** What is known besides the status. It sharpens the guidance and never overrides the provider. */
export interface StatusContext extends Person {
  /** Fills the id into calls. */
  readonly customerId?: string | null | undefined;
  /** Fills the id into calls, unless `lastEvent` tells that another onboarding has replaced it. */
  readonly onboardingId?: string | null | undefined;
  /** The last KYC event of this customer, believed only where the status does not tell: its name, its body, or what {@link interpretKycEvent} gave. */
  readonly lastEvent?: Open<KycEventName> | JsonText | null | undefined;
  /** How often the status was asked for already, in a row without change: `poll` backs off by it. */
  readonly polls?: number | null | undefined;
}

/** A check of a compliance status. */
export type Check = Open<
  | "KYC_DATA_PRESENT"
  | "KYC_STARTED"
  | "SDK_VERIFICATION_COMPLETED"
  | "KYC_STATUS"
  | "REGISTRATION_ADDRESS"
  | "TAX_COUNTRY"
  | "OCCUPATION"
  | "DOC_SOURCE_OF_FUNDS"
  | "DOC_FATCA"
  | "DOC_BIOMETRIC_REPORT"
  | "DOC_PROOF_OF_ADDRESS"
>;

/** What a status asks for. */
export type Action = Open<
  | "START_KYC"
  | "COMPLETE_SDK_FLOW"
  | "UPLOAD_DOCUMENT"
  | "UPDATE_PROFILE"
  | "RERUN_KYC"
  | "WAIT"
  | "CONTACT_SUPPORT"
>;

/** A document type of Connect Financial. */
export type ConnectDocument = Open<
  "BIOMETRIC_REPORT" | "SOURCE_OF_FUNDS" | "W9" | "W8BEN" | "PROOF_OF_ADDRESS"
>;

/** A document type of Conomy, for payments and customers alike. */
export type ConomyDocument = Open<"kyc" | "source_of_funds" | "invoice" | "contract" | "other">;

/** Any one of these is enough. */
export interface AnyOf {
  readonly anyOf: readonly ConnectDocument[];
}

/** A failed required check that somebody outside the provider can do something about, and what satisfies it. */
export interface Due {
  readonly check: Check;
  readonly action: Action;
  /** The documents of which one is enough; absent where none satisfies the check, or it waits for support. */
  readonly documents?: AnyOf;
  /** The members of the customer to set, such as `kyc.mainAddress.street1`; absent where none satisfies the check. */
  readonly profileFields?: readonly Open<
    | "kyc"
    | "kyc.mainAddress"
    | "kyc.mainAddress.street1"
    | "kyc.mainAddress.cityCounty"
    | "kyc.mainAddress.stateRegion"
    | "kyc.mainAddress.zip"
    | "kyc.mainAddress.countryCode"
    | "kyc.nationality"
    | "kyc.occupation"
  >[];
  /** The call that does it; absent where none does. */
  readonly call?: Call;
}

/** A failed required check that only the provider can settle. */
export interface Pending {
  readonly check: Check;
  readonly action: Action;
}

/**
 * How far a customer is.
 *
 * - `profile`: members of the customer are missing
 * - `start`: KYC is to be initiated
 * - `identity`: the identity is to be verified
 * - `documents`: documents are missing
 * - `processing`: the provider decides
 * - `expired`: the links or the onboarding expired
 * - `error`: the verification failed for technical reasons, or for good
 * - `approved`, `denied`: it is decided
 * - `unknown`: the status does not tell
 */
export type Phase =
  | "profile"
  | "start"
  | "identity"
  | "documents"
  | "processing"
  | "expired"
  | "error"
  | "approved"
  | "denied"
  | "unknown";

/** What a compliance status means. */
export interface Guidance {
  /** The provider's word; false where it gave none. */
  readonly isCompliant: boolean;
  /** Where the onboarding stands, verbatim; null where the provider does not say. */
  readonly onboardingStatus: OnboardingStatus | null;
  /** What to do next. Null: nothing, or nothing that can be told (then `actor` is `support`). */
  readonly nextAction: Action | null;
  /** Whose word that is: the provider's, or ours, from the checks, where the provider left it out. */
  readonly nextActionSource: "provider" | "derived";
  readonly actor: Actor;
  readonly phase: Phase;
  readonly strategy: Strategy;
  /** Approved or denied: the status does not change any more. */
  readonly isTerminal: boolean;
  readonly currentlyDue: readonly Due[];
  readonly pendingVerification: readonly Pending[];
  /** The call that takes the next action; null where none does. */
  readonly call: Call | null;
  /** When to ask again, while only time or the provider can help; null otherwise, and always while a check is due
   * that is said to be required and to have failed. */
  readonly poll: { readonly afterSeconds: number } | null;
  readonly contradictions: readonly Contradiction<KycContradictionCode>[];
}

/** Stable. */
export type KycContradictionCode =
  | "member_missing"
  | "member_type"
  | "check_without_type"
  | "check_twice"
  | "action_on_passed_check"
  | "action_of_another_check"
  | "compliant_with_failed_check"
  | "compliant_with_action"
  | "compliant_not_approved"
  | "compliant_yet_denied"
  | "not_compliant_without_cause"
  | "approved_with_action"
  | "denied_without_support"
  | "expired_without_rerun"
  | "kyc_status_differs"
  | "no_action_despite_failure"
  | "wait_despite_due"
  | "action_unsupported"
  | "summary_refuted"
  | "required_failed_passed"
  | "required_failed_optional"
  | "required_failed_unlisted"
  | "required_failed_incomplete"
  | "sdk_required_under_external"
  | "sdk_action_under_external"
  | "sdk_event_under_external"
  | "address_required_despite_ip"
  | "strategy_differs"
  | "event_disagrees"
  | "event_named_twice"
  | "finished_without_outcome"
  | "restarted_same_onboarding";

/**
 * Says what a compliance status means. It may be bare or in `{ message, data, traceId }`.
 *
 * ```js
 * const { actor, nextAction, currentlyDue } = interpretStatus(await response.text());
 * ```
 */
export function interpretStatus(status: JsonText, context?: StatusContext | null): Guidance;

// ---- Documents -------------------------------------------------------------------------------------------------

/** Documents that a person owes. */
export interface Requirement {
  /** The check that asks for them. */
  readonly check: Check;
  readonly documents: AnyOf;
  /** What this depends on, where it was not said; null where it is required for certain. */
  readonly condition: "external-kyc" | "no-ip-address" | null;
}

/** The documents that a person owes Connect Financial, in the order of its page. */
export function requiredDocuments(person?: Person | null): Requirement[];

/** A document before it is uploaded. What is left out is not looked at. */
export interface DocumentCandidate extends Person {
  /** Whose type is meant: Conomy's (payments) or Connect Financial's (KYC). */
  readonly provider: "conomy" | "connect";
  /** The type, in any case. */
  readonly type: ConnectDocument | ConomyDocument;
  /** The declared content type. */
  readonly contentType?: string | null | undefined;
  /** The file, or at least its first 4096 bytes: more is not looked at. */
  readonly bytes?: ArrayBufferView | ArrayBufferLike | null | undefined;
  /** The file's size in bytes, where `bytes` is not the whole file. */
  readonly size?: number | null | undefined;
  /** What you accept; the providers publish no limits. */
  readonly policy?:
    | {
        readonly maxBytes?: number | null | undefined;
        /** `image/*` covers several. */
        readonly contentTypes?: readonly string[] | null | undefined;
      }
    | null
    | undefined;
}

/** Stable. */
export type DocumentProblemCode =
  | "unknown_type"
  | "external_only"
  | "strategy_unknown"
  | "address_not_needed"
  | "ip_address_unknown"
  | "needs_w9"
  | "needs_w8ben"
  | "w9_from_other_national"
  | "empty"
  | "too_large"
  | "content_type_invalid"
  | "content_type_not_accepted"
  | "content_mismatch"
  | "content_unrecognised"
  | "not_pdf";

/** Whether a document would do. */
export interface Validation {
  /** None of the problems is an error. */
  readonly ok: boolean;
  /** The type as the provider spells it; one that is not known, verbatim. */
  readonly type: ConnectDocument | ConomyDocument;
  /** The check that the document satisfies; null where it satisfies none. */
  readonly satisfies: Check | null;
  readonly problems: readonly {
    readonly code: DocumentProblemCode;
    readonly severity: "error" | "warning";
    /** One sentence; it may improve. */
    readonly message: string;
  }[];
  /** The types that would do in its place. */
  readonly alternatives: readonly (ConnectDocument | ConomyDocument)[];
}

/** Says whether a document would do, before anybody uploads it. */
export function validateDocument(document: DocumentCandidate): Validation;

// ---- Events ----------------------------------------------------------------------------------------------------

/** The KYC and KYB events of Connect Financial. Both spellings of `…_SDK_FLOW_COMPLETED` print as this one. */
export type KycEventName =
  | "CUSTOMER_KYC_STARTED"
  | "CUSTOMER_KYC_SDK_FLOW_REQUIRED"
  | "CUSTOMER_KYC_SDK_FLOW_COMPLETED"
  | "CUSTOMER_KYC_FINISHED"
  | "CUSTOMER_KYC_RESTARTED"
  | "CUSTOMER_KYC_SDK_EXPIRED"
  | "CUSTOMER_KYC_ERROR"
  | "CUSTOMER_KYB_STARTED"
  | "CUSTOMER_KYB_FINISHED";

/** What an event tells. Nothing signs these events: they say that the status is worth pulling, and only that decides. */
export interface KycEvent {
  /** Whether the provider documents an event of this name. */
  readonly known: boolean;
  readonly family: "kyc" | "kyb" | "other" | "unknown";
  readonly event: Open<KycEventName> | null;
  readonly customerId: string | null;
  /** The onboarding; after a restart, the new one. */
  readonly onboardingId: string | null;
  /** The onboarding that a restart replaced. */
  readonly previousOnboardingId: string | null;
  /** The status, verbatim. */
  readonly status: OnboardingStatus | null;
  /** Whether it reports the final outcome, which only `CUSTOMER_KYC_FINISHED` does. */
  readonly decides: boolean;
  /** Whether the compliance status may have changed. */
  readonly shouldPullStatus: boolean;
  /** What the customer should be told once the pulled status agrees. */
  readonly customerNote:
    | "verification-started"
    | "identity-check-required"
    | "identity-check-submitted"
    | "approved"
    | "denied"
    | "verification-restarted"
    | "link-expired"
    | "verification-error"
    | null;
  readonly contradictions: readonly Contradiction<KycContradictionCode>[];
}

/** Where an onboarding stands. */
export type OnboardingStatus = Open<
  "PENDING" | "PROCESSING" | "APPROVED" | "DENIED_COMPLIANCE" | "DENIED_IDENTITY_THEFT" | "EXPIRED"
>;

/** Reads a KYC event in any of its three envelopes. */
export function interpretKycEvent(
  body: JsonText,
  options?: { readonly strategy?: Strategy | null | undefined } | null,
): KycEvent;
