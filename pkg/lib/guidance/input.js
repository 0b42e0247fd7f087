// What callers give, as the bytes or the text that the core reads.
import { GateError } from "../gate-error.js";
import { array, holdsNothing, isWellFormed, lengthOf, raw } from "../raw.js";

const KB = 1024;

// What may be given, how large, and the codes of what cannot be used; text with a lone surrogate has one of its own but
// where the caller is at fault anyway. The core has limits of its own for what it reads;
// these keep what is far beyond them out of its memory, which never shrinks.
export const STATUS = {
  what: "a compliance status",
  limit: 1024 * KB,
  unusable: "status_not_json",
  tooLarge: "status_too_large",
};
export const BODY = {
  what: "a body",
  limit: 1024 * KB,
  unusable: "body_not_json",
  tooLarge: "body_too_large",
};
export const EVENT = { ...BODY, what: "an event", limit: 256 * KB };
export const RECORDS = {
  what: "the records",
  limit: 64 * 1024 * KB,
  unusable: "not_an_array",
  tooLarge: "body_too_large",
};
export const LIST = { ...RECORDS, what: "a list", limit: 1024 * KB };
export const LIMITS = {
  what: "the limits",
  isCallers: true,
  limit: 1024 * KB,
  unusable: "invalid_limits",
  tooLarge: "invalid_limits",
  illFormed: "invalid_limits",
};
export const OPTIONS = {
  what: "options",
  isCallers: true,
  limit: 1024 * KB,
  unusable: "invalid_options",
  tooLarge: "invalid_options",
  illFormed: "invalid_options",
};

/** Text and bytes as they are, and anything else as `JSON.stringify` prints it. */
export function json(given, kind) {
  const input = typeof given === "string" ? given : tried(() => printed(given, kind), kind);
  // Every character is a byte at least, so this refuses no text that is not too large.
  if ((typeof input === "string" ? input.length : lengthOf(input)) > kind.limit) {
    throw new GateError(
      kind.tooLarge,
      `expected ${kind.what} of at most ${kind.limit} bytes, found a larger one`,
    );
  }
  if (kind.illFormed !== undefined && typeof input === "string" && !isWellFormed(input)) {
    throw new GateError(kind.illFormed, `expected ${kind.what} as well-formed text, found a lone surrogate`);
  }
  const text = raw(input, kind.limit);
  // The core makes room of three times a text's length, which is much where it is long.
  return typeof text === "string" && text.length > 64 * KB ? new TextEncoder().encode(text) : text;
}

/** Options, or undefined where there are none. */
export function options(given) {
  return given === undefined || given === null ? undefined : json(given, OPTIONS);
}

/** Whether this is an object of members, and neither bytes nor a plain value. */
export function hasMembers(given) {
  return typeof given === "object" && given !== null && array(given) === undefined;
}

/** Does what may run a caller's code (getters, `toJSON`, proxies); whatever that throws is the cause of a GateError. */
export function tried(work, { what, unusable }) {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    throw new GateError(
      unusable,
      `expected ${what} that can be printed as JSON, found that printing fails`,
      cause,
    );
  }
}

function printed(given, { isCallers }) {
  const bytes = array(given);
  if (bytes !== undefined) return bytes;
  const text = JSON.stringify(given, isCallers ? meant : undefined);
  if (text === undefined || holdsNothing(given, text)) throw new TypeError(`JSON has no ${typeof given}`);
  return text;
}

/**
 * What JSON would make null of, such as NaN or an invalid date, says something else than nothing.
 * @this {any}
 */
function meant(name, value) {
  if (value === null ? this[name] !== null : typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`JSON has no such ${name}`);
  }
  return value;
}
