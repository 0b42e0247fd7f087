// Keys in any of their shapes, as the core reads them.
import { GateError } from "./gate-error.js";
import { isWellFormed } from "./raw.js";

/** One key as `{ id, secret }`, the secret as bytes. */
export function key(given, position) {
  const isSecret = typeof given === "string" || isBytes(given);
  const { id = String(position), secret } = isSecret ? { secret: given } : (given ?? {});
  if (typeof id !== "string") throw new GateError("invalid_options", "expected a key's id to be a string");
  if (typeof secret !== "string" && !isBytes(secret)) {
    throw new GateError("invalid_options", "expected a key's secret to be a string or a Uint8Array");
  }
  return { id, secret: typeof secret === "string" ? encoded(secret) : copied(secret) };
}

/** The caller may overwrite its secret; the verifier may need it again. */
function copied(secret) {
  return new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength).slice();
}

function encoded(secret) {
  if (!isWellFormed(secret)) throw new GateError("invalid_options", "expected a secret of well-formed text");
  return new TextEncoder().encode(secret);
}

/** All keys, from one or several. */
export function keys(given) {
  if (given === undefined || given === null) return [];
  return Array.isArray(given) ? given.map(key) : [key(given, 0)];
}

function isBytes(given) {
  return given instanceof Uint8Array || ArrayBuffer.isView(given);
}
