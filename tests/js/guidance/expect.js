// How the vectors of the domain are read: as tests/kyc/vector.rs and tests/util/policy.rs read them.

import { fromHex } from "../conformance/vector.js";

/** A text of a vector: `{raw}`, `{hex}` or `{parts}`; anything else is JSON, here as it is printed. */
export function textOf(value) {
  return isWritten(value) ? written(value) : JSON.stringify(value);
}

/** Whether a vector writes out a text that is no plain JSON. */
export function isWritten(value) {
  return typeof value === "object" && value !== null && ["raw", "hex", "parts"].some((name) => name in value);
}

function written({ raw, hex, parts }) {
  if (raw !== undefined) return raw;
  if (hex !== undefined) return fromHex(hex);
  return parts.map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times))).join("");
}

/** Of an answer the members that a vector expects, contradictions by their codes and problems without messages. */
export function comparable(found, expected) {
  return Object.fromEntries(Object.keys(expected).map((name) => [name, plain(name, found[name])]));
}

function plain(name, value) {
  if (name === "contradictions") return value.map(({ code }) => code);
  if (name === "problems") return value.map(({ code, severity }) => ({ code, severity }));
  return value;
}

/** The member at `a.b.0`; the empty path is the whole answer. */
export function at(answer, path) {
  return path === "" ? answer : path.split(".").reduce((value, name) => value?.[name], answer);
}
