import { core, instance, mend } from "./core.js";

export class GateError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }

  get status() {
    return guarded(() => core.statusOf(String(this.code)));
  }
}

Object.defineProperty(GateError.prototype, "name", {
  value: "GateError",
  configurable: true,
  writable: true,
});

/** Runs `work` on a working core, turning what that throws into a GateError. Not to be called inside `work`. */
export function guarded(work) {
  try {
    mend();
    instance.isBroken = true;
    const result = work();
    instance.isBroken = false;
    return result;
  } catch (thrown) {
    // The core throws objects with a code. Anything else was a trap, and the next call gets a new instance.
    if (thrown instanceof Error && !(thrown instanceof GateError)) throw internal(thrown);
    instance.isBroken = false;
    throw thrown instanceof GateError ? thrown : new GateError(thrown.code, thrown.message);
  }
}

function internal(cause) {
  const error = new GateError("internal", "the core failed; please report this with what led to it");
  error.cause = cause;
  return error;
}
