// A verified delivery. Everything is made from its signed text, and when it is first read.
import { core, guarded, write } from "./core.js";
import { describe, parsed } from "./idempotency-key.js";

// In the order of `ALL` in the core's Dialect, Scope and Form.
const DIALECTS = ["body", "header"];
const SCOPES = ["whole-body", "event-data", "raw"];
const FORMS = ["wire", "reserialized"];

/** @type {readonly string[]} */
const NOTHING = Object.freeze([]);

export class VerifiedDelivery {
  #packed;
  #keys;
  #block;
  #start;
  #end;
  #signedText;
  #description;
  #contentId;
  #payload;
  /** @type {readonly string[]} */
  #uncovered = NOTHING;

  /** `packed` is what the core's `verify` gave; the signed text is in `block` from `start` to `end`. */
  constructor(packed, keys, block, start, end) {
    this.#packed = packed;
    this.#keys = keys;
    this.#block = block;
    this.#start = start;
    this.#end = end;
    // The core keeps these names only until it verifies again.
    if (this.scope === "event-data") this.#uncovered = Object.freeze(core.uncovered().map(parsed));
  }

  get dialect() {
    return DIALECTS[this.#packed & 1];
  }

  get scope() {
    return SCOPES[(this.#packed >> 1) & 3];
  }

  get form() {
    return FORMS[(this.#packed >> 3) & 1];
  }

  get keyId() {
    return this.#keys[(this.#packed >> 4) & 7].id;
  }

  get event() {
    return this.#described().event;
  }

  get known() {
    return this.#described().known;
  }

  get subject() {
    return this.#described().subject;
  }

  get idempotencyKey() {
    return this.#described().idempotencyKey;
  }

  get uncovered() {
    return this.#uncovered;
  }

  get contentId() {
    this.#contentId ??= guarded(() => core.contentId(write(this.signedText)));
    return this.#contentId;
  }

  get signedText() {
    this.#signedText ??= this.#block.text(this.#start, this.#end);
    return this.#signedText;
  }

  get payload() {
    this.#payload ??= JSON.parse(this.signedText);
    return this.#payload;
  }

  toJSON() {
    const { dialect, scope, form, keyId, event, known, subject, idempotencyKey } = this;
    const { uncovered, contentId, signedText } = this;
    return {
      dialect,
      scope,
      form,
      keyId,
      event,
      known,
      subject: { ...subject },
      idempotencyKey,
      uncovered: [...uncovered],
      contentId,
      signedText,
      // Its own: who changes it changes nothing that was verified, nor gets what somebody else has changed.
      payload: JSON.parse(signedText),
    };
  }

  /** What consoles of Node, Deno and Bun print, which else is an object without members. */
  [Symbol.for("nodejs.util.inspect.custom")](_depth, options, inspect) {
    return `VerifiedDelivery ${inspect(this.toJSON(), options)}`;
  }

  #described() {
    if (this.#description === undefined) {
      this.#description = describe(this.signedText);
      Object.freeze(this.#description.subject);
    }
    return this.#description;
  }
}
