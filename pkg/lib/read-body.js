// A request's body, read once and never beyond a limit: what is too large is refused before it is held.
import { GateError, reading } from "./gate-error.js";
import { array, lengthOf, tooLarge } from "./raw.js";

const DEFAULT_MAX_BYTES = 256 * 1024;
const REQUEST = "expected a Request";

export async function readBody(request, maxBytes = DEFAULT_MAX_BYTES) {
  if (typeof maxBytes !== "number" || !(maxBytes >= 0)) {
    throw new GateError("invalid_options", "expected the most bytes to read as a number");
  }
  const [reader, aborted] = reading(
    () => [opened(request, maxBytes), abortOf(request.signal)],
    "body_not_raw",
    `${REQUEST}, found that reading it fails`,
  );
  const chunks = [];
  let length = 0;
  for (let part = await next(reader, aborted); !part.done; part = await next(reader, aborted)) {
    const chunk = array(part.value);
    if (chunk === undefined) {
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

/** Rejects once the request is aborted, of which a body that stalls tells nobody. */
function abortOf(signal) {
  const aborted = new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
  // Where the body is read by then, nobody minds.
  aborted.catch(() => {});
  return aborted;
}

/** What the reader gives next, its members read once. */
async function next(reader, aborted) {
  try {
    const { done, value } = (await Promise.race([reader?.read(), aborted])) ?? { done: true };
    return { done, value };
  } catch (cause) {
    cancel(reader);
    throw new GateError("body_unreadable", "expected the whole body, found that it broke off", cause);
  }
}

/** Nobody waits for it, and why it fails is nobody's concern. */
function cancel(reader) {
  Promise.resolve()
    .then(() => reader?.cancel())
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
