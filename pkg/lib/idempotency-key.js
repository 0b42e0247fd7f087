import { core, write } from "./core.js";
import { guarded } from "./gate-error.js";
import { raw } from "./raw.js";

export function idempotencyKey(signedText) {
  return describe(raw(signedText)).idempotencyKey;
}

/** The event, its subject and its key, from a signed text. */
export function describe(signedText) {
  return JSON.parse(guarded(() => core.describe(write(signedText))));
}
