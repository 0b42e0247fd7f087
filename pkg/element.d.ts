/**
 * compliance-gate/element: registers `<compliance-next-action>`, which shows a customer the one next step, with its
 * reason, then what else is due and what is being checked.
 *
 * `compliance-gate/element/class` has the same exports and registers nothing.
 *
 * It asks nobody anything but `src`, and for a file or a `status` loads `compliance-gate/kyc` when it is needed.
 * Importing it where there is no DOM does nothing, so that servers can import what browsers do.
 */

import type {
  Action,
  Call,
  Check,
  ConnectDocument,
  DocumentProblemCode,
  Due,
  Guidance,
  JsonText,
  StatusContext,
  Validation,
} from "./guidance.js";

export type { Guidance, JsonText, StatusContext, Validation } from "./guidance.js";

/**
 * What is on show.
 *
 * - `loading`: nothing is known yet
 * - `error`: nothing could be known; there is a button that tries again
 * - `due`: the customer, or you on the customer's click, can act
 * - `waiting`: there is nothing for the customer to do
 * - `approved`, `denied`: it is decided
 * - `support`: the verification failed for good, and only support can help
 * - `unknown`: a step of which this version knows nothing; support can help
 */
export type Screen = "loading" | "error" | "due" | "waiting" | "approved" | "denied" | "support" | "unknown";

/** What files may be sent. The providers publish no limits. */
export interface Policy {
  /** Default: no limit. */
  readonly maxBytes?: number | null | undefined;
  /** `image/*` covers several. Default: `application/pdf` and `image/*`; an empty array accepts all. */
  readonly contentTypes?: readonly string[] | null | undefined;
}

/**
 * Where a step is taken, for steps that are links: by action. What is neither an `https:`, `http:`, `mailto:` or `tel:`
 * address nor begins with `/`, `?` or `#` is not used. A step without a link is a button.
 */
export type Links = Readonly<Partial<Record<Action, string>>>;

/** A text by the number in it: `Intl.PluralRules` chooses, `other` is what everything else falls back on. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Texts in place of the element's own, by their key. A whole language is given the same way, with `lang`. */
export type Texts = Readonly<Partial<Record<TextKey, string | Plural>>>;

type KnownAction = "START_KYC" | "COMPLETE_SDK_FLOW" | "UPDATE_PROFILE" | "RERUN_KYC";

/** The keys of every text. Checks and documents may be any that the provider adds. */
export type TextKey =
  | "loading.title"
  | "next"
  | `${"error" | "waiting" | "approved" | "denied" | "support" | "unknown"}.${"title" | "reason"}`
  | `error.${"button" | "stale"}`
  | "support.button"
  | `${KnownAction | "UPLOAD_DOCUMENT"}.${"title" | "reason"}`
  | `${KnownAction}.button`
  | "RERUN_KYC.expired"
  | `${"later" | "pending"}.title`
  | "again"
  | `${"check" | "due" | "pending"}.${Check | "other"}`
  | "due.missing"
  | `${"document" | "hint"}.${ConnectDocument | "other"}`
  | `upload.${"which" | "choose" | "replace" | "limit" | "images" | "send" | "instead"}`
  | `upload.${"checking" | "ready" | "sending" | "sent" | "failed"}`
  | `problem.${DocumentProblemCode | "other"}`;

/** Somebody pressed the button of the next step. Cancelable: for `RETRY`, nothing is then asked again. */
export interface ActionDetail {
  /** The provider's action, or `RETRY` where something could not be loaded. Unknown actions are `CONTACT_SUPPORT`. */
  readonly action: Action | "RETRY";
  /** The provider's call that takes it, as the guidance has it; null where none does. */
  readonly call: Call | null;
  /** The checks it satisfies, with the members of the customer that are to be set. */
  readonly due: readonly Due[];
  readonly guidance: Guidance | null;
}

/** A file that was checked, for a document that is due. Cancelable: the file then stays chosen and is not sent. */
export interface UploadDetail {
  readonly file: File;
  /** What the customer says it is. */
  readonly documentType: ConnectDocument;
  readonly check: Check;
  readonly call: Call | null;
  /** What the check of the file gave: no errors, but perhaps warnings. */
  readonly validation: Validation;
}

/** What is known changed. */
export interface StatusChangeDetail {
  readonly guidance: Guidance;
  readonly previous: Guidance | null;
  readonly screen: Screen;
}

/** Sends the file: pass what sends it to `waitUntil`, and the element shows how it goes. */
export interface UploadEvent extends CustomEvent<UploadDetail> {
  /**
   * To be called while the event is handled. Until the promise settles the file is shown as being sent; then as sent
   * (and `src` is asked again), or as not arrived, with the button to send it again.
   */
  waitUntil(sent: PromiseLike<unknown>): void;
}

export interface ComplianceNextActionEventMap {
  action: CustomEvent<ActionDetail>;
  upload: UploadEvent;
  statuschange: CustomEvent<StatusChangeDetail>;
}

/**
 * `<compliance-next-action>`. `status`, `guidance`, `context`, `policy`, `links` and `texts` are also attributes, as JSON;
 * a property that was set wins. Attributes alone are `lang`, `credentials` (of the requests to `src`: `omit`,
 * `same-origin`, which is the default, or `include`) and `heading-level` (1 to 5, default 2; those below follow).
 */
export declare class ComplianceNextActionElement extends HTMLElement {
  /** The tag's name. */
  static readonly tagName: "compliance-next-action";
  /** How the guidance is loaded once it is needed; replace it to load another build of it. */
  static loadGuidance: () => Promise<
    Pick<typeof import("./guidance.js"), "interpretStatus" | "validateDocument">
  >;

  /** A compliance status, which is interpreted in the browser. Takes the place of `guidance`; null leaves that. */
  status: JsonText | null;
  /**
   * Ready guidance, such as a server gives. Takes the place of `status`; null leaves that. Reads as what is on show, from
   * wherever.
   */
  guidance: Guidance | null;
  /**
   * Where the status or the guidance is fetched from, again and again by the guidance's own back-off. Attribute. When it
   * changes, nothing of the former stays on show.
   */
  src: string | null;
  /** What is known besides the status. */
  context: StatusContext | null;
  policy: Policy | null;
  links: Links | null;
  texts: Texts | null;

  readonly screen: Screen;
  /** Asks `src` now. Settles once what came is shown, and never rejects: what went wrong is shown as well. */
  refresh(): Promise<void>;

  addEventListener<K extends keyof ComplianceNextActionEventMap>(
    type: K,
    listener: (this: ComplianceNextActionElement, event: ComplianceNextActionEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ComplianceNextActionEventMap>(
    type: K,
    listener: (this: ComplianceNextActionElement, event: ComplianceNextActionEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "compliance-next-action": ComplianceNextActionElement;
  }
}
