// What counts as a raw body: bytes, or well-formed text. Anything else was parsed already.
import { GateError } from "./gate-error.js";

/** Gives at most `limit` bytes, or well-formed text of at most as many characters; throws for anything else. */
export function raw(body, limit) {
  if (typeof body === "string") {
    // Every character is a byte at least, so this refuses no text that is not too large.
    if (body.length > limit) throw tooLarge(limit);
    if (isWellFormed(body)) return body;
    throw new GateError(
      "body_not_well_formed",
      "expected well-formed text, found a lone surrogate, which no bytes are",
    );
  }
  const bytes = array(body);
  if (bytes === undefined) {
    throw new GateError(
      "body_not_raw",
      `expected the raw body as a Uint8Array, an ArrayBuffer or a string, found ${kindOf(body)}; ` +
        "a body that was parsed is no longer what was signed",
    );
  }
  if (lengthOf(bytes) > limit) throw tooLarge(limit);
  return bytes;
}

/** As `raw` does, but gives text: of bytes, the text they are. */
export function text(body, limit) {
  const given = raw(body, limit);
  if (typeof given === "string") return given;
  try {
    return decoder.decode(given);
  } catch {
    throw new GateError("body_not_utf8", "expected the body as UTF-8, found bytes that are not");
  }
}

export function tooLarge(limit) {
  return new GateError("body_too_large", `expected a body of at most ${limit} bytes, found a larger one`);
}

/** The bytes of an array, of a view or of a buffer; nothing for anything else. */
export function array(given) {
  try {
    if (!ArrayBuffer.isView(given)) return isBuffer(given) ? new Uint8Array(given) : undefined;
    if (given instanceof Uint8Array) return given;
    return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  } catch {
    // A buffer whose bytes were transferred away has none left, and throws where it is looked into.
    return new Uint8Array(0);
  }
}

/** Bytes of another realm (a vm context, an iframe) are bytes too; what only says that it is a buffer has none. */
function isBuffer(given) {
  return BUFFERS.some((length) => {
    try {
      length.call(given);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether the text is some bytes' text. */
export function isWellFormed(text) {
  return text.isWellFormed ? text.isWellFormed() : !/\p{Surrogate}/u.test(text);
}

/** Whether it is a promise that nobody awaited, a Map, a Request: an object, but none whose members are its content. */
export function holdsNothing(given, json) {
  return json === "{}" && Object.prototype.toString.call(given) !== "[object Object]";
}

function kindOf(body) {
  if (body === null) return "null";
  if (typeof body !== "object") return typeof body;
  return isArray(body) ? "an array" : "an object";
}

function isArray(body) {
  try {
    return Array.isArray(body);
  } catch {
    return false; // a proxy that was revoked
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * How many bytes an array really has: a property of that name may say something else.
 * @param {Uint8Array} array
 */
export function lengthOf(array) {
  return byteLength.call(array);
}

const BUFFERS = [globalThis.ArrayBuffer, globalThis.SharedArrayBuffer]
  .filter((kind) => kind !== undefined)
  .map((kind) => getter(kind.prototype));

/** @returns {(this: unknown) => number} */
function getter(prototype) {
  return /** @type {{ get(): number }} */ (Reflect.getOwnPropertyDescriptor(prototype, "byteLength")).get;
}

const byteLength = getter(Object.getPrototypeOf(Uint8Array.prototype));
