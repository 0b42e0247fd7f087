import { core, guarded, write } from "./core.js";
import { GateError } from "./gate-error.js";
import { key as readKey } from "./keys.js";
import { raw } from "./raw.js";

export function sign(unsigned, key, options) {
  const text = typeof unsigned === "string" ? unsigned : stringify(unsigned);
  const { secret } = readKey(key, 0);
  // Read before the core's input is written: it may run the caller's code.
  const dialect = name(options?.dialect ?? "body");
  const posted = guarded(() => core.sign(write(raw(text, core.maxBodyBytes())), secret, dialect));
  const signed = JSON.parse(posted);
  const headers = { "Content-Type": "application/json" };
  if (signed.header !== null) headers[signed.headerName] = signed.header;
  return { body: signed.body, headers };
}

function name(dialect) {
  if (typeof dialect === "string") return dialect;
  throw new GateError("invalid_options", 'expected dialect to be "body" or "header"');
}

function stringify(unsigned) {
  const text = typeof unsigned === "object" && unsigned !== null ? JSON.stringify(unsigned) : undefined;
  if (text === undefined)
    throw new GateError("body_not_raw", "expected the delivery to sign as an object or as text");
  return text;
}
