// A vector as JavaScript uses it. tests/vectors/README.md has the format.

/** The body: text as it is, anything else as bytes. */
export function bodyOf({ body }) {
  if (typeof body === "string") return body;
  if (body.hex !== undefined) return fromHex(body.hex);
  return body.parts
    .map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times)))
    .join("");
}

/** Headers as Node's `IncomingMessage` has them; undefined where the vector has none. */
export function headersOf({ header }) {
  return header === undefined
    ? undefined
    : { "content-type": "application/json", "x-webhook-signature": header };
}

/** Verifies a vector. */
export function verify({ createVerifier }, vector) {
  return createVerifier(vector.options).verify(bodyOf(vector), headersOf(vector));
}

/** The bytes of hexadecimal digits. */
export function fromHex(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** What `work` throws, as a GateError's code; checks that it is one, in every respect. */
export function codeOf({ GateError }, { equal }, work) {
  let error;
  try {
    work();
  } catch (thrown) {
    error = thrown;
  }
  return checked(GateError, equal, error);
}

/** What `work` throws. */
export function caught(work) {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("expected a refusal, found none");
}

/** A proxy that throws whatever it is asked. */
export function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** As {@link codeOf}, of a promise. */
export async function rejectionOf({ GateError }, { equal }, promise) {
  const error = await promise.then(
    () => undefined,
    (thrown) => thrown,
  );
  return checked(GateError, equal, error);
}

function checked(GateError, equal, error) {
  if (error === undefined) return undefined;
  equal(error instanceof GateError, true, `a GateError, not ${error}`);
  equal(error instanceof Error, true, "an Error");
  equal(error.name, "GateError", "its name");
  equal(Object.prototype.toString.call(error), "[object Error]", "its tag");
  equal(String(error), `GateError: ${error.message}`, "its text");
  equal(error.message.length > 10, true, "a sentence");
  equal(typeof error.stack, "string", "a stack");
  equal([400, 401, 413, 500].includes(error.status), true, "an HTTP status");
  return error.code;
}

/** The provider's own sample, signed, and its secret. */
export function sampleOf(vectors) {
  const [sample] = vectors.delivery;
  return { body: sample.body, secret: sample.options.keys[0], expect: sample.expect };
}

/** The provider's sample of the header dialect. */
export function headerSampleOf(vectors) {
  const { body, header, options, expect } = vectors.delivery[1];
  return { body, header, secret: options.keys[0], expect };
}
