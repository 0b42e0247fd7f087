import { statusOf } from "./statuses.js";

export class GateError extends Error {
  /** `cause` is what was thrown before this, if anything was. */
  constructor(code, message, cause) {
    // Structured clone makes a plain Error of this and drops `code`; engines that keep anything else keep the cause.
    super(message, { cause: isToTell(cause) ? { code, cause } : { code } });
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

/** A cause that cannot be cloned, a function for instance, would let cloning the error fail. */
function isToTell(cause) {
  return cause instanceof Error || typeof cause === "string";
}
