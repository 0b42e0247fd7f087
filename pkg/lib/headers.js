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
  if (typeof headers !== "object") {
    throw new GateError("invalid_options", `expected headers as an object or entries, found ${typeof headers}`);
  }
  const iterable = typeof headers[Symbol.iterator] === "function";
  const found = iterable ? [...headers] : Object.entries(headers);
  if (found.every((entry) => Array.isArray(entry) && entry.length === 2)) return found;
  throw new GateError("invalid_options", "expected headers as name and value pairs");
}
