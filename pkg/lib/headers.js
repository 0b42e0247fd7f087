// The signature header, out of headers in any common shape.
import { GateError, gateError } from "./gate-error.js";

const NAME = "x-webhook-signature";

/** The header's value, several joined as HTTP joins them; undefined where there is none. */
export function signatureHeader(headers) {
  if (headers === undefined || headers === null) return undefined;
  try {
    return value(headers);
  } catch (thrown) {
    throw gateError(thrown, "invalid_options", unusable("found that reading them fails"));
  }
}

function value(headers) {
  if (typeof Headers === "function" && headers instanceof Headers) {
    const given = headers.get(NAME) ?? undefined;
    // A subclass may answer what is no text, and has no length to make room for.
    return given === undefined ? undefined : String(given);
  }
  const values = entries(headers)
    .filter(([name]) => String(name).toLowerCase() === NAME)
    .flatMap(([, given]) => given)
    .filter((given) => given !== undefined && given !== null);
  return values.length === 0 ? undefined : values.map(String).join(", ");
}

function entries(headers) {
  if (typeof headers !== "object")
    throw new GateError("invalid_options", unusable(`found ${typeof headers}`));
  if (typeof headers.then === "function")
    throw new GateError("invalid_options", unusable("found a promise, which has to be awaited before"));
  const found = typeof headers[Symbol.iterator] === "function" ? [...headers] : Object.entries(headers);
  if (found.every((entry) => Array.isArray(entry) && entry.length === 2)) return found;
  throw new GateError("invalid_options", unusable("found something else than pairs of name and value"));
}

function unusable(found) {
  return `expected headers as Headers, a Map, an object or entries, ${found}`;
}
