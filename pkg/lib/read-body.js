// A request's body, read once and never beyond a limit: what is too large is refused before it is held.
import { GateError, reading } from "./gate-error.js";
import { lengthOf, tooLarge } from "./raw.js";

const DEFAULT_MAX_BYTES = 256 * 1024;
const REQUEST = "expected a Request";

export async function readBody(request, maxBytes = DEFAULT_MAX_BYTES) {
  if (typeof maxBytes !== "number" || !(maxBytes >= 0)) {
    throw new GateError("invalid_options", "expected the most bytes to read as a number");
  }
  const reader = reading(
    () => opened(request, maxBytes),
    "body_not_raw",
    `${REQUEST}, found that reading it fails`,
  );
  const chunks = [];
  let length = 0;
  for (let part = await next(reader); !part.done; part = await next(reader)) {
    const chunk = part.value;
    if (!(chunk instanceof Uint8Array)) {
      cancel(reader);
      throw new GateError("body_unreadable", "expected the body in chunks of bytes, found something else");
    }
    length += lengthOf(chunk);
    if (length > maxBytes) {
      cancel(reader);
      throw tooLarge(maxBytes);
    }
    chunks.push(chunk);
  }
  return concatenated(chunks, length);
}

/** A reader of a body that nobody has read; undefined where there is no body. */
function opened(request, maxBytes) {
  if (typeof request?.headers?.get !== "function") {
    throw new GateError(
      "body_not_raw",
      `${REQUEST}; of other frameworks' requests, read the raw bytes and pass them with the headers to verify`,
    );
  }
  if (request.bodyUsed || request.body?.locked) {
    throw new GateError(
      "body_already_read",
      "expected a request whose body nobody has read, found one that was read",
    );
  }
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  // Firefox gives no stream of a request's body, nor anything in its place.
  if (request.body === undefined && typeof request.arrayBuffer === "function") return whole(request);
  return request.body?.getReader();
}

/** A reader that reads all at once. */
function whole(request) {
  let isRead = false;
  return {
    async read() {
      if (isRead) return { done: true };
      isRead = true;
      return { done: false, value: new Uint8Array(await request.arrayBuffer()) };
    },
    async cancel() {},
  };
}

/** What the reader gives next, its members read once. */
async function next(reader) {
  try {
    const { done, value } = (await reader?.read()) ?? { done: true };
    return { done, value };
  } catch (cause) {
    throw new GateError("body_unreadable", "expected the whole body, found that it broke off", cause);
  }
}

/** Nobody waits for it, and why it fails is nobody's concern. */
function cancel(reader) {
  Promise.resolve()
    .then(() => reader.cancel())
    .catch(() => {});
}

function concatenated(chunks, length) {
  if (chunks.length === 1 && Object.getPrototypeOf(chunks[0]) === Uint8Array.prototype) return chunks[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += lengthOf(chunk);
  }
  return bytes;
}
