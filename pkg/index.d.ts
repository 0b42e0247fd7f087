/**
 * compliance-gate: verify Conomy webhooks, handle each event once.
 *
 * Everything is synchronous and needs no set-up call. The same WebAssembly decides in every runtime.
 */

/** Where the signature of a delivery is: the body's `signature` member, or the `X-Webhook-Signature` header. */
export type Dialect = "body" | "header";

/**
 * What was signed.
 *
 * - `whole-body`: every member of the body but `signature` (body dialect)
 * - `event-data`: only the members `event` and `data` (body dialect)
 * - `raw`: every byte of the body (header dialect)
 */
export type Scope = "whole-body" | "event-data" | "raw";

/**
 * How the signed text was found.
 *
 * - `wire`: the received bytes, with the `signature` member cut out where it is in the body
 * - `reserialized`: what `JSON.stringify(JSON.parse(body))` prints
 */
export type Form = "wire" | "reserialized";

/** A shared secret. Text is used as its UTF-8 bytes. An empty secret is refused. */
export type Secret = string | Uint8Array;

/** A secret with the id that {@link Delivery.keyId} reports. */
export interface Key {
  /** Defaults to the key's position: `"0"`, `"1"`, … */
  readonly id?: string | undefined;
  readonly secret: Secret;
}

/** What is accepted. The defaults accept everything the provider documents. */
export interface VerifierOptions {
  /** One key, or up to eight that are valid at once (rotation). */
  readonly keys: Secret | Key | ReadonlyArray<Secret | Key>;
  /** `"auto"` (default): a present header decides alone, else the body's member does. */
  readonly dialect?: "auto" | Dialect | undefined;
  /** Forms to accept in the body dialect. Default: both. */
  readonly forms?: readonly Form[] | undefined;
  /** Scopes to accept in the body dialect. Default: both. */
  readonly scopes?: ReadonlyArray<"whole-body" | "event-data"> | undefined;
  /** The largest body read, in bytes. Default 262144 (256 KiB), at most 33554432 (32 MiB). */
  readonly maxBodyBytes?: number | undefined;
}

/** A request's headers in any common shape; names in any case. A repeated signature header is refused. */
export type HeadersLike =
  | Headers
  | ReadonlyMap<string, string | readonly string[] | undefined>
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [string, string | readonly string[]]>;

/** The raw body, exactly as received: bytes, or the text they are. Never a parsed object. */
export type RawBody = Uint8Array | ArrayBuffer | string;

/**
 * Verifies deliveries. Holds no state but its keys; safe to keep for the life of the process. Its functions need no
 * `this`.
 */
export interface Verifier {
  /** The largest body this verifier reads, in bytes. */
  readonly maxBodyBytes: number;
  /** Returns the verified delivery, or throws a {@link GateError}. */
  verify(body: RawBody, headers?: HeadersLike | null): Delivery;
  /**
   * Reads the request's body once, under the cap, and verifies it. Rejects with a {@link GateError}. How long to wait for
   * a sender that stalls is the server's setting, or the caller's: abort the request.
   */
  verifyRequest(request: Request): Promise<Delivery>;
  /** Says why a delivery fails, most specific cause first. Never throws; never prints a secret or the expected signature. */
  explain(body: RawBody, headers?: HeadersLike | null): Diagnosis;
}

/** Makes a {@link Verifier}. Throws a {@link GateError} for options that cannot work. */
export function createVerifier(options: VerifierOptions): Verifier;

/** What an event is about. All null where the delivery names nothing this version knows. */
export interface Subject {
  readonly kind: "transaction" | "customer" | "onboarding" | null;
  /** The transaction's, customer's or onboarding's id; null where absent or no string. */
  readonly id: string | null;
  /** `transaction.status`, `customer.operationLevel` or the onboarding's status; null where absent or no string. */
  readonly status: string | null;
}

/** JSON as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The members of a {@link Delivery} as a plain object, for a queue, a log or `structuredClone`. */
export interface DeliveryJson {
  readonly dialect: Dialect;
  readonly scope: Scope;
  readonly form: Form;
  readonly keyId: string;
  readonly event: string | null;
  readonly known: boolean;
  readonly subject: Subject;
  readonly idempotencyKey: string;
  readonly uncovered: readonly string[];
  readonly contentId: string;
  readonly signedText: string;
  readonly payload: { [name: string]: Json };
}

/**
 * A verified delivery. Every member but `uncovered` comes from the bytes that were MACed, and is made when first read.
 * `uncovered` are names that nobody signed: treat them as written by anyone.
 */
export interface Delivery extends DeliveryJson {
  /** Where the signature was. */
  readonly dialect: Dialect;
  /** What it covers. */
  readonly scope: Scope;
  /** How the signed text was found. */
  readonly form: Form;
  /** The id of the key that matched. */
  readonly keyId: string;
  /** The event's name, verbatim; null where the delivery has none. */
  readonly event: string | null;
  /** Whether the event's name is one the provider documents. An unknown event is a delivery like any other. */
  readonly known: boolean;
  /** What the event is about. */
  readonly subject: Subject;
  /** Equal for deliveries of one event: `event:id:status` for ordinary ids. */
  readonly idempotencyKey: string;
  /** Names of top-level members the signature does not cover. They are not in `payload`. */
  readonly uncovered: readonly string[];
  /** SHA-256 of the signed text, lower-case hex: tells a repeat from another content under the same key. */
  readonly contentId: string;
  /** The exact text that was signed. */
  readonly signedText: string;
  /** `JSON.parse(signedText)`. */
  readonly payload: { [name: string]: Json };
  /** Everything above as a plain object. */
  toJSON(): DeliveryJson;
}

/** Why a delivery fails, or how it verifies. */
export interface Diagnosis {
  readonly verified: boolean;
  /** The code `verify` would throw; null when verified. */
  readonly code: GateErrorCode | null;
  /** One sentence. */
  readonly message: string;
  /** How it verifies; null when it does not. */
  readonly match: {
    readonly dialect: Dialect;
    readonly scope: Scope;
    readonly form: Form;
    readonly keyId: string;
  } | null;
  /** Most specific first; empty when verified. */
  readonly causes: readonly Cause[];
}

/** One reason why a delivery may fail. */
export interface Cause {
  readonly code: CauseCode;
  readonly message: string;
  /** Whether the cause is certain: seen in the delivery itself, or the signature matches once it is undone. */
  readonly proved: boolean;
}

/** Stable. */
export type CauseCode =
  | "unreadable"
  | "no_signature"
  | "not_64_hex"
  | "secret_whitespace"
  | "not_allowed"
  | "reencoded"
  | "wrong_key_or_altered";

/** A delivery as the provider would post it, for tests and sandboxes. */
export interface SignedDelivery {
  readonly body: string;
  /** `Content-Type`, and `X-Webhook-Signature` in the header dialect. */
  readonly headers: Record<string, string>;
}

/**
 * Signs a delivery as the provider would. An object is printed by `JSON.stringify`; text, and bytes as the text they
 * are, is signed as it is.
 * In the body dialect (default) the `signature` member is added last.
 */
export function sign(
  unsigned: RawBody | object,
  key: Secret | Key,
  options?: { readonly dialect?: Dialect | undefined } | null,
): SignedDelivery;

/** The idempotency key of a signed text, for instance of a logged payload: what `verify` would have given. */
export function idempotencyKey(signedText: string): string;

/**
 * Reads a request's body once, stopping as soon as it passes `maxBytes`. Rejects with a {@link GateError}.
 * `verifier.verifyRequest` uses it; call it yourself to keep the received bytes too.
 */
export function readBody(request: Request, maxBytes?: number): Promise<Uint8Array>;

/** A {@link GateError} as a plain object, for a queue, a log or `postMessage`. */
export interface GateErrorJson {
  readonly name: "GateError";
  readonly code: GateErrorCode;
  readonly status: number;
  readonly message: string;
}

/**
 * Every refusal. `code` is stable; `message` may improve.
 *
 * Structured clone keeps an error's message, but neither its class nor its own members. Where an error has to cross to a
 * worker or a queue, send `toJSON()`. Of an error that was cloned as it is, `cause.code` is the code in V8 (Node, Deno,
 * Workers, Chromium); JavaScriptCore (Bun, Safari) drops causes too.
 */
export class GateError extends Error {
  constructor(code: GateErrorCode, message: string, cause?: unknown);
  /** The code once more, and what was thrown before this, if anything was. */
  readonly cause: { readonly code: GateErrorCode; readonly cause?: unknown };
  readonly name: "GateError";
  readonly code: GateErrorCode;
  /** The HTTP status that answers it: 400, 401 or 413; 500 where the caller, not the delivery, is at fault. */
  readonly status: number;
  /** The error as a plain object. */
  toJSON(): GateErrorJson;
}

/** Stable. README.md says what each means and what to do. */
export type GateErrorCode =
  | "invalid_options"
  | "invalid_limits"
  | "not_an_array"
  | "too_many_records"
  | "status_empty"
  | "status_not_utf8"
  | "status_not_json"
  | "status_not_object"
  | "status_not_status"
  | "status_duplicate_member"
  | "status_too_deep"
  | "status_too_wide"
  | "status_too_many_checks"
  | "status_too_large"
  | "no_keys"
  | "too_many_keys"
  | "secret_empty"
  | "body_not_raw"
  | "body_not_well_formed"
  | "body_already_read"
  | "body_unreadable"
  | "body_too_large"
  | "body_empty"
  | "body_not_utf8"
  | "body_not_json"
  | "body_not_object"
  | "body_too_deep"
  | "body_too_wide"
  | "duplicate_member"
  | "already_signed"
  | "signature_missing"
  | "signature_malformed"
  | "signature_repeated"
  | "signature_mismatch"
  | "wasm_unavailable"
  | "internal";
