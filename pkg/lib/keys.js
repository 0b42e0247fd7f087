// Keys in any of their shapes, as the core reads them.
import { GateError } from "./gate-error.js";
import { array, isWellFormed, lengthOf } from "./raw.js";

/** One key as `{ id, secret }`, the secret as bytes. */
export function key(given, position) {
  const isSecret = typeof given === "string" || ArrayBuffer.isView(given);
  const { id = String(position), secret } = isSecret ? { secret: given } : (given ?? {});
  if (typeof id !== "string") throw new GateError("invalid_options", "expected a key's id to be a string");
  if (typeof secret !== "string" && !ArrayBuffer.isView(secret)) {
    throw new GateError("invalid_options", "expected a key's secret to be a string or a Uint8Array");
  }
  return { id, secret: typeof secret === "string" ? encoded(secret) : copied(secret) };
}

/** The caller may overwrite its secret; the verifier may need it again. */
function copied(secret) {
  const bytes = array(secret) ?? new Uint8Array(0);
  return lengthOf(bytes) === 0 ? new Uint8Array(0) : Uint8Array.from(bytes);
}

function encoded(secret) {
  if (!isWellFormed(secret)) throw new GateError("invalid_options", "expected a secret of well-formed text");
  return new TextEncoder().encode(secret);
}

/** All keys, from one or several. */
export function keys(given) {
  if (given === undefined || given === null) return [];
  return Array.isArray(given) ? Array.from(given, key) : [key(given, 0)];
}
