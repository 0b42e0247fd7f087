// Requests: the body is read once, and never beyond the limit.

import { headerSampleOf, rejectionOf, sampleOf } from "./vector.js";

const URL = "https://gate.example/webhooks/conomy";

export function requests(library, vectors, { test, equal }) {
  const { createVerifier, readBody } = library;
  const sample = sampleOf(vectors);
  const rejection = (promise) => rejectionOf(library, { equal }, promise);

  function request(body, headers) {
    return new Request(URL, { method: "POST", body, headers, duplex: "half" });
  }

  /** A body in parts; says how many were taken, and whether it was cancelled. */
  function stream(parts, { fails = false } = {}) {
    const seen = { pulled: 0, cancelled: false };
    const body = new ReadableStream(
      {
        pull(controller) {
          const part = parts[seen.pulled];
          seen.pulled += 1;
          if (part !== undefined) controller.enqueue(part);
          else if (fails) controller.error(new Error("connection reset"));
          else controller.close();
        },
        cancel() {
          seen.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    return { body, seen };
  }

  const bytes = new TextEncoder().encode(sample.body);
  const halves = () => [bytes.slice(0, 100), new Uint8Array(0), bytes.slice(100)];

  test("verifyRequest: a body", async () => {
    const delivery = await createVerifier({ keys: sample.secret }).verifyRequest(request(sample.body));
    equal(delivery.contentId, sample.expect.contentId);
  });

  test("verifyRequest: a header", async () => {
    const { body, header, secret, expect } = headerSampleOf(vectors);
    const given = request(body, { "X-Webhook-Signature": header });
    const delivery = await createVerifier({ keys: secret }).verifyRequest(given);
    equal([delivery.dialect, delivery.contentId], ["header", expect.contentId]);
  });

  test("verifyRequest: a body in parts", async () => {
    const delivery = await createVerifier({ keys: sample.secret }).verifyRequest(
      request(stream(halves()).body),
    );
    equal(delivery.contentId, sample.expect.contentId);
  });

  test("verifyRequest: a body of exactly the limit, and one byte less of it", async () => {
    const limited = (maxBodyBytes) => createVerifier({ keys: sample.secret, maxBodyBytes });
    const delivery = await limited(bytes.length).verifyRequest(request(stream(halves()).body));
    equal(delivery.contentId, sample.expect.contentId);
    const refused = limited(bytes.length - 1).verifyRequest(request(stream(halves()).body));
    equal(await rejection(refused), "body_too_large");
  });

  test("verifyRequest: nothing, and what nobody signed", async () => {
    const verifier = createVerifier({ keys: sample.secret });
    equal(await rejection(verifier.verifyRequest(new Request(URL))), "body_empty", "GET");
    equal(await rejection(verifier.verifyRequest(request(""))), "body_empty", "an empty body");
    equal(await rejection(verifier.verifyRequest(request("{}"))), "signature_missing");
  });

  test("readBody: as received", async () => {
    equal(await readBody(request(bytes)), bytes, "at once");
    equal(await readBody(request(stream(halves()).body)), bytes, "in parts");
    equal(await readBody(new Request(URL)), new Uint8Array(0), "nothing");
  });

  test("readBody: stops as soon as the limit is passed", async () => {
    const parts = Array.from({ length: 1000 }, () => new Uint8Array(1000));
    const { body, seen } = stream(parts);
    equal(await rejection(readBody(request(body), 10_000)), "body_too_large");
    equal(seen.pulled < 20, true, `read ${seen.pulled} parts`);
    equal(seen.cancelled, true, "and lets go of the rest");
  });

  test("readBody: a length that is announced is refused unread", async () => {
    const { body, seen } = stream([new Uint8Array(10)]);
    const announced = { bodyUsed: false, headers: new Headers({ "content-length": "10001" }), body };
    equal(await rejection(readBody(announced, 10_000)), "body_too_large");
    equal(seen.pulled, 0, "nothing was read");
  });

  test("readBody: a length that lies is not believed", async () => {
    const { body } = stream([new Uint8Array(11)]);
    const announced = { bodyUsed: false, headers: new Headers({ "content-length": "1" }), body };
    equal(await rejection(readBody(announced, 10)), "body_too_large");
  });

  test("readBody: the default limit is 256 KiB", async () => {
    equal((await readBody(request(new Uint8Array(262_144)))).length, 262_144);
    equal(await rejection(readBody(request(new Uint8Array(262_145)))), "body_too_large");
  });

  test("readBody: where a request has no stream, as in Firefox", async () => {
    const whole = (body) => Object.defineProperty(request(body), "body", { value: undefined });
    equal(await readBody(whole(bytes)), bytes);
    const { contentId } = await createVerifier({ keys: sample.secret }).verifyRequest(whole(sample.body));
    equal(contentId, sample.expect.contentId);
    equal(await readBody(whole(undefined)), new Uint8Array(0), "none");
    equal(await rejection(readBody(whole(bytes), bytes.length - 1)), "body_too_large");
    const twice = whole(bytes);
    await readBody(twice);
    equal(await rejection(readBody(twice)), "body_already_read");
  });

  test("readBody: chunks that lie about their length, and what is no chunk", async () => {
    const lying = (length) => Object.defineProperty(new Uint8Array(11), "byteLength", { value: length });
    const given = (reader) => ({
      bodyUsed: false,
      headers: new Headers(),
      body: { getReader: () => reader },
    });
    const once = (value) => {
      const parts = [{ done: false, value }, { done: true }];
      return given({ read: async () => parts.shift(), cancel: async () => {} });
    };
    equal(await rejection(readBody(once(lying(1)), 10)), "body_too_large");
    equal((await readBody(once(lying(1e9)), 11)).length, 11);
    equal(await rejection(readBody(once(undefined))), "body_unreadable", "nothing, before the end");
    equal(await rejection(readBody(once("text"))), "body_unreadable", "text");
    equal(await readBody(once(new DataView(bytes.buffer.slice(0)))), bytes, "another view of bytes");
    const bytesOf = await readBody(once(new (class extends Uint8Array {})(3)));
    equal(Object.getPrototypeOf(bytesOf) === Uint8Array.prototype, true, "plain bytes");
    const throwing = Object.defineProperty({}, "done", {
      get() {
        throw new Error("no");
      },
    });
    equal(await rejection(readBody(given({ read: async () => throwing }))), "body_unreadable");
    const stubborn = {
      read: async () => ({ done: false, value: new Uint8Array(11) }),
      cancel() {
        throw new Error("no");
      },
    };
    equal(await rejection(readBody(given(stubborn), 10)), "body_too_large");
  });

  test("body_unreadable: a request that is aborted while its sender stalls", async () => {
    const seen = { cancelled: false };
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(bytes.slice(0, 100)),
      cancel() {
        seen.cancelled = true;
      },
    });
    const controller = new AbortController();
    const given = { bodyUsed: false, headers: new Headers(), body, signal: controller.signal };
    const refused = rejection(createVerifier({ keys: sample.secret }).verifyRequest(given));
    controller.abort();
    equal(await refused, "body_unreadable");
    equal(seen.cancelled, true, "and lets go of the rest");
    const late = { ...given, body: stream(halves()).body };
    equal(await rejection(readBody(late)), "body_unreadable", "aborted before");
    const read = new AbortController();
    equal(await readBody({ ...given, body: stream(halves()).body, signal: read.signal }), bytes);
    read.abort();
  });

  test("verifyRequest: headers that fail where they are read again", async () => {
    let reads = 0;
    const headers = new Headers();
    const given = (times) =>
      Object.defineProperty(request(sample.body), "headers", {
        get() {
          reads += 1;
          if (reads > times) throw new Error("no");
          return headers;
        },
      });
    const verifier = createVerifier({ keys: sample.secret });
    equal(await rejection(verifier.verifyRequest(given(2))), "body_not_raw");
  });

  test("invalid_options: a limit that is none", async () => {
    for (const limit of [null, Number.NaN, -1, "1000", 1000n, true, {}, Symbol("bytes")]) {
      equal(await rejection(readBody(request(bytes), limit)), "invalid_options", String(limit));
    }
  });

  test("body_already_read", async () => {
    const given = request(sample.body);
    await given.text();
    equal(await rejection(createVerifier({ keys: sample.secret }).verifyRequest(given)), "body_already_read");
    const twice = request(sample.body);
    await readBody(twice);
    equal(await rejection(readBody(twice)), "body_already_read", "by readBody itself");
  });

  test("body_already_read: somebody else is reading it", async () => {
    const given = request(stream(halves()).body);
    given.body.getReader();
    equal(await rejection(readBody(given)), "body_already_read");
  });

  test("body_not_raw: what is no Request", async () => {
    const verifier = createVerifier({ keys: sample.secret });
    for (const given of [undefined, null, sample.body, {}, { headers: {}, body: JSON.parse(sample.body) }]) {
      equal(await rejection(verifier.verifyRequest(given)), "body_not_raw");
    }
  });

  test("body_unreadable: a body that breaks off", async () => {
    const { body } = stream(halves(), { fails: true });
    equal(
      await rejection(createVerifier({ keys: sample.secret }).verifyRequest(request(body))),
      "body_unreadable",
    );
  });

  test("requests at the same time do not mix", async () => {
    const verifier = createVerifier({ keys: sample.secret });
    const bodies = Array.from(
      { length: 20 },
      (_, n) => library.sign({ event: "e", data: { n } }, sample.secret).body,
    );
    const split = (body) => body.match(/.{1,7}/gs).map((part) => new TextEncoder().encode(part));
    const made = await Promise.all(
      bodies.map((body) => verifier.verifyRequest(request(stream(split(body)).body))),
    );
    equal(
      made.map(({ payload }) => payload.data.n),
      bodies.map((_, n) => n),
    );
  });
}
