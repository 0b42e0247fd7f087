import { core, guarded, write } from "./core.js";
import { text } from "./raw.js";

export function idempotencyKey(signedText) {
  return describe(text(signedText, guarded(core.maxBodyBytes))).idempotencyKey;
}

/** The event, its subject and its key, from a signed text. */
export function describe(signedText) {
  const description = JSON.parse(guarded(() => core.describe(write(signedText))));
  const { event, known, subject, idempotencyKey } = description;
  const { kind, id, status } = subject;
  return {
    event: parsed(event),
    known,
    subject: { kind, id: parsed(id), status: parsed(status) },
    idempotencyKey,
  };
}

/** A string that the core leaves as the JSON it was received as: only JavaScript can hold every one. */
export function parsed(json) {
  return json === null ? null : JSON.parse(json);
}
