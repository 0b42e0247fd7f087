import { statusOf } from "./statuses.js";

export class GateError extends Error {
  /** `cause` is what was thrown before this, if anything was. */
  constructor(code, message, cause) {
    // Structured clone makes a plain Error of this and drops `code`; engines that keep anything else keep the cause.
    const told = toTell(cause);
    super(message, { cause: told === undefined ? { code } : { code, cause: told } });
    this.code = code;
  }

  get status() {
    return statusOf(this.code);
  }

  toJSON() {
    const { name, code, status, message } = this;
    return { name, code, status, message };
  }
}

Object.defineProperty(GateError.prototype, "name", {
  value: "GateError",
  configurable: true,
  writable: true,
});

/** What cannot be cloned, an error that holds a function for instance, would let cloning fail: then its words. */
function toTell(cause) {
  if (typeof cause === "string" || cause === undefined) return cause;
  if (!isA(Error, cause)) return undefined;
  try {
    structuredClone(cause);
    return cause;
  } catch {
    return words(cause);
  }
}

function words(thrown) {
  try {
    return String(thrown);
  } catch {
    return undefined;
  }
}

/** A proxy that was revoked throws where it is asked what it is. */
function isA(kind, thrown) {
  try {
    return thrown instanceof kind;
  } catch {
    return false;
  }
}

/** Whatever was thrown, as a GateError: itself, or the cause of one with this code and message. */
export function gateError(thrown, code, message) {
  return isA(GateError, thrown) ? thrown : new GateError(code, message, thrown);
}

/** Reads what a caller gives, which may run the caller's code, and makes a GateError of what that throws. */
export function reading(read, code, message) {
  try {
    return read();
  } catch (thrown) {
    throw gateError(thrown, code, message);
  }
}
