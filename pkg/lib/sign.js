import { core, write } from "./core.js";
import { GateError, guarded } from "./gate-error.js";
import { key as readKey } from "./keys.js";
import { raw } from "./raw.js";

export function sign(unsigned, key, options) {
  const text = typeof unsigned === "string" ? unsigned : stringify(unsigned);
  const { secret } = readKey(key, 0);
  const signed = guarded(() => core.sign(write(raw(text)), secret, String(options?.dialect ?? "body")));
  const headers = { "Content-Type": "application/json" };
  if (signed.header !== null) headers[signed.headerName] = signed.header;
  return { body: signed.body, headers };
}

function stringify(unsigned) {
  const text = typeof unsigned === "object" && unsigned !== null ? JSON.stringify(unsigned) : undefined;
  if (text === undefined)
    throw new GateError("body_not_raw", "expected the delivery to sign as an object or as text");
  return text;
}
