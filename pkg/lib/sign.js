import { core, guarded, write } from "./core.js";
import { GateError, reading } from "./gate-error.js";
import { key as readKey } from "./keys.js";
import { array, holdsNothing, text } from "./raw.js";

export function sign(unsigned, key, options) {
  const given = typeof unsigned === "string" ? unsigned : (array(unsigned) ?? printed(unsigned));
  // Read before the core's input is written: it may run the caller's code.
  const [secret, dialect] = reading(
    () => [readKey(key, 0).secret, dialectOf(options)],
    "invalid_options",
    "expected a key and options, found that reading them fails",
  );
  const delivery = text(given, guarded(core.maxBodyBytes));
  const signed = JSON.parse(guarded(() => core.sign(write(delivery), secret, dialect)));
  const headers = { "Content-Type": "application/json" };
  if (signed.header !== null) headers[signed.headerName] = signed.header;
  return { body: signed.body, headers };
}

function dialectOf(options) {
  if (options !== undefined && options !== null && typeof options !== "object") {
    throw new GateError(
      "invalid_options",
      `expected options as an object with dialect, found a ${typeof options}`,
    );
  }
  const dialect = options?.dialect ?? "body";
  if (dialect === "body" || dialect === "header") return dialect;
  throw new GateError("invalid_options", 'expected dialect to be "body" or "header", found another');
}

function printed(unsigned) {
  const expected = "expected the delivery to sign as an object, as text or as bytes";
  const isObject = typeof unsigned === "object" && unsigned !== null;
  const json = isObject
    ? reading(
        () => jsonOf(unsigned, expected),
        "body_not_raw",
        `${expected}, found an object that JSON cannot hold`,
      )
    : undefined;
  if (json === undefined) throw new GateError("body_not_raw", expected);
  return json;
}

function jsonOf(unsigned, expected) {
  const json = JSON.stringify(unsigned);
  if (holdsNothing(unsigned, json)) {
    throw new GateError("body_not_raw", `${expected}, found one of which JSON holds nothing`);
  }
  return json;
}
