// What a provider does, on node:crypto and Node's JSON alone: nothing here knows this project's own signer.

import { createHash, createHmac } from "node:crypto";

/** The secret of the provider's own sample. */
export const SECRET = "WEBHOOK_SECRET";

/** `/client-url` in the provider's API description: what its signer hashes, with `externalId` 123456. */
export const SAMPLE =
  '{"event":"Transaction.Captured","data":{"transaction":{"id":"67a0307eaddea901a60144ec",' +
  '"purchaseAmount":"50000","totalAmount":"50000","externalId":"123456","currency":"COP","status":"CAPTURED"}}}';

/** A delivery of the header dialect, after the provider's "Webhooks" reference. */
export const HEADER_SAMPLE =
  '{"eventType":"payment.settled","timestamp":"2026-04-17T15:30:00Z",' +
  '"transaction":{"id":"69e0df45b604159c5b8ba5a9","status":"SETTLED"}}';

/** HMAC-SHA256 in hexadecimal. */
export function hmac(text, secret = SECRET) {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** SHA-256 in hexadecimal. */
export function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/** What `JSON.stringify(JSON.parse(text))` prints. */
export function reserialized(text) {
  return JSON.stringify(JSON.parse(text));
}

/** A compact object with the member `signature` behind its others, as the provider's signer adds it. */
export function last(text, signature = hmac(text)) {
  return `${text.slice(0, -1)}${text === "{}" ? "" : ","}"signature":"${signature}"}`;
}

/** A compact object with the member `signature` before its others. */
export function first(text, signature = hmac(text)) {
  return `{"signature":"${signature}",${text.slice(1)}`;
}

/** The idempotency key of what only its content identifies. `event` is as it stands in a key. */
export function contentKey(event, signedText) {
  return `${event}:%sha256:${sha256(signedText)}`;
}

/** A body too long to write out: `[text, times]` pairs in place of some of its parts. */
export function parts(...given) {
  return { parts: given.map((part) => (typeof part === "string" ? part : { repeat: part[0], times: part[1] })) };
}

/** Bytes that are no text. */
export function bytes(...given) {
  return { hex: Buffer.concat(given.map((part) => Buffer.from(part))).toString("hex") };
}

/** The text that such parts stand for. */
export function expanded(text) {
  if (typeof text === "string") return text;
  return text.parts.map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times))).join("");
}
