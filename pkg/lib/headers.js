// The signature header, out of headers in any common shape.
import { GateError } from "./gate-error.js";

const NAME = "x-webhook-signature";

/** The header's value, several joined as HTTP joins them; undefined where there is none. */
export function signatureHeader(headers) {
  if (headers === undefined || headers === null) return undefined;
  if (typeof Headers === "function" && headers instanceof Headers) return headers.get(NAME) ?? undefined;
  const values = entries(headers)
    .filter(([name]) => String(name).toLowerCase() === NAME)
    .flatMap(([, value]) => value)
    .filter((value) => value !== undefined && value !== null);
  return values.length === 0 ? undefined : values.map(String).join(", ");
}

function entries(headers) {
  if (typeof headers !== "object") throw unusable(`found ${typeof headers}`);
  const found = listed(headers);
  if (found.every((entry) => Array.isArray(entry) && entry.length === 2)) return found;
  throw unusable("found something else than pairs of name and value");
}

function listed(headers) {
  try {
    return typeof headers[Symbol.iterator] === "function" ? [...headers] : Object.entries(headers);
  } catch (cause) {
    const error = unusable("found that reading them fails");
    error.cause = cause;
    throw error;
  }
}

function unusable(found) {
  return new GateError(
    "invalid_options",
    `expected headers as Headers, a Map, an object or entries, ${found}`,
  );
}
