import { GateError } from "../gate-error.js";
import { array } from "../raw.js";
import { ask, QUESTION } from "./kyc-core.js";
import { hasMembers, json, OPTIONS, options, tried } from "./input.js";

/** As many of a file's bytes as the core looks at: `SNIFFED_BYTES` in src/document.rs. */
const SNIFFED_BYTES = 4096;

export function requiredDocuments(person) {
  return ask(QUESTION.requiredDocuments, options(person));
}

export function validateDocument(document) {
  const [candidate, start] = tried(() => parts(document), OPTIONS);
  return ask(QUESTION.validateDocument, json(candidate, OPTIONS), start);
}

/** A document without its bytes, and the first of these; a file of any size is measured here and not copied. */
function parts(document) {
  if (!hasMembers(document)) return [document, undefined];
  const { bytes, ...candidate } = document;
  if (bytes === undefined || bytes === null) return [candidate, undefined];
  const file = array(bytes);
  if (file === undefined) {
    throw new GateError("invalid_options", "expected the option bytes as a Uint8Array or an ArrayBuffer");
  }
  candidate.size = sizeOf(candidate.size, file.byteLength);
  return [candidate, file.subarray(0, SNIFFED_BYTES)];
}

/** The file may be larger than the bytes that are given, but never smaller. What is no size is left to be refused. */
function sizeOf(given, found) {
  if (given === undefined || given === null) return found;
  return typeof given === "number" && given >= 0 && given < found ? found : given;
}
