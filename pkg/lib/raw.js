// What counts as a raw body: bytes, or well-formed text. Anything else was parsed already.
import { GateError } from "./gate-error.js";

/** Gives bytes or well-formed text; throws for anything else. */
export function raw(body) {
  if (typeof body === "string") {
    if (isWellFormed(body)) return body;
    throw new GateError(
      "body_not_well_formed",
      "expected well-formed text, found a lone surrogate, which no bytes are",
    );
  }
  if (body instanceof Uint8Array) return body;
  if (ArrayBuffer.isView(body)) return view(body.buffer, () => [body.byteOffset, body.byteLength]);
  if (isArrayBuffer(body)) return view(body, () => []);
  throw new GateError(
    "body_not_raw",
    `expected the raw body as a Uint8Array, an ArrayBuffer or a string, found ${kindOf(body)}; ` +
      "a body that was parsed is no longer what was signed",
  );
}

/** A buffer whose bytes were transferred away has none left, and throws where it is looked into. */
function view(buffer, place) {
  return buffer.byteLength === 0 ? new Uint8Array(0) : new Uint8Array(buffer, ...place());
}

/** Bytes of another realm (a vm context, an iframe) are bytes too. */
function isArrayBuffer(body) {
  const tag = Object.prototype.toString.call(body);
  return tag === "[object ArrayBuffer]" || tag === "[object SharedArrayBuffer]";
}

/** Whether the text is some bytes' text. */
export function isWellFormed(text) {
  return text.isWellFormed ? text.isWellFormed() : !/\p{Surrogate}/u.test(text);
}

function kindOf(body) {
  if (body === null) return "null";
  if (Array.isArray(body)) return "an array";
  return typeof body === "object" ? "an object" : typeof body;
}
