// What stands between a core and its callers: its errors become GateErrors, and a trap costs one instance.
import { GateError } from "./gate-error.js";

/**
 * Gives a `guarded` that runs work, with up to three arguments, on a working core, and turns what that throws into a
 * GateError. Not to be called inside the work. `instance.isBroken` is set while the core works, so that whatever ends that early, even where
 * nothing more can be called (the end of the stack), leaves it set; `mend` replaces a broken instance.
 */
export function guard(instance, mend) {
  return (work, first, second, third) => {
    if (instance.isBroken) mended(mend);
    try {
      instance.isBroken = true;
      const result = work(first, second, third);
      instance.isBroken = false;
      return result;
    } catch (thrown) {
      // The core throws objects with a code. Anything else was a trap, and the next call gets a new instance.
      if (thrown instanceof Error && !(thrown instanceof GateError)) throw internal(thrown);
      instance.isBroken = false;
      throw thrown instanceof GateError ? thrown : new GateError(thrown.code, thrown.message);
    }
  };
}

/** An instance that cannot be replaced stays broken: the next call tries again. */
function mended(mend) {
  try {
    mend();
  } catch (thrown) {
    throw thrown instanceof GateError ? thrown : internal(thrown);
  }
}

function internal(cause) {
  return new GateError("internal", "the core failed; please report this with what led to it", cause);
}
