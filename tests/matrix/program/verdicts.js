// What the package answers to every call, a line each: JSON, printed the same wherever it comes from.

import { bodyOf, fromHex, headersOf } from "../../js/conformance/vector.js";
import { callsOf } from "./calls.js";

/** The lines, of the package's two libraries. */
export function verdicts(gate, guidance, vectors) {
  return callsOf(vectors).map((call) => verdict(call.name, () => answer(gate, guidance, call)));
}

/** The lines, of what native Rust printed for the same calls. */
export function nativeVerdicts(vectors, printed) {
  return callsOf(vectors).map(({ name }, at) => line(name, JSON.parse(printed[at])));
}

function verdict(name, work) {
  try {
    return line(name, work());
  } catch (error) {
    const { code, status } = error;
    // What is no GateError is in no other runtime's lines.
    return line(name, { code: code ?? String(error), status });
  }
}

function line(name, answer) {
  return `${name} ${JSON.stringify(answer, shortened)}`;
}

/** Texts of a quarter of a megabyte say no more than their beginning and the content id beside them. */
function shortened(name, value) {
  return name === "signedText" && value.length > 500 ? `${value.slice(0, 500)}… ${value.length}` : value;
}

function answer(gate, guidance, call) {
  const { options } = call;
  switch (call.call) {
    case "verify":
      return delivered(gate.createVerifier(options).verify(bodyOf(call), headersOf(call)));
    case "explain":
      return sorted(gate.createVerifier(options).explain(bodyOf(call), headersOf(call)));
    case "idempotencyKey":
      return { key: gate.idempotencyKey(call.arguments[0]) };
    case "validateDocument":
      return guidance.validateDocument(document(...call.arguments));
    default:
      return guidance[call.call](...call.arguments.map(argument));
  }
}

function delivered(delivery) {
  const { payload, ...members } = delivery.toJSON();
  return sorted(members);
}

function document(json, bytes) {
  return bytes === undefined ? json : { ...JSON.parse(json), bytes: argument(bytes) };
}

function argument(given) {
  return typeof given?.hex === "string" ? fromHex(given.hex) : (given ?? undefined);
}

/** With its members by name, as Rust prints what it makes by name. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}
