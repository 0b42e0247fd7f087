import { core } from "./core.js";

export class GateError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }

  get status() {
    return core.statusOf(this.code);
  }
}

Object.defineProperty(GateError.prototype, "name", {
  value: "GateError",
  configurable: true,
  writable: true,
});

/** Runs `work`, turning what the core throws into a GateError. */
export function guarded(work) {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof Error ? internal(thrown) : new GateError(thrown.code, thrown.message);
  }
}

/** A trap is a defect of ours: it is reported as one, with its cause. */
function internal(cause) {
  if (cause instanceof GateError) return cause;
  const error = new GateError("internal", "the core failed; please report this with what led to it");
  error.cause = cause;
  return error;
}
