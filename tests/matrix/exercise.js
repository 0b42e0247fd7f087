// What a receiver of webhooks is asked: to take what is genuine as it was received, to refuse the rest with the code
// that says why, and to answer with an error where it could not store.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { createVerifier, sign } from "../../pkg/inline.js";

const SECRET = "WEBHOOK_SECRET";
const vectors = JSON.parse(readFileSync(fromRoot("tests", "vectors", "delivery.json"), "utf8"));
const [inBody, inHeader] = vectors;
const { signature: _, ...inBodyUnsigned } = JSON.parse(inBody.body);

/** Only the received bytes verify: parsed and printed again, by whatever means, the text is another. */
const ODD = sign(
  '{ "event" : "Transaction.Captured", "data": {"n": 1.0, "t": "\\u00e9 é", "9": 0, "1": 0} }',
  SECRET,
  {
    dialect: "header",
  },
);

/** As genuine as the first, under the same key: it must not be stored in the other's place. */
const OTHER_CONTENT = sign({ ...inBodyUnsigned, data: { ...inBodyUnsigned.data, corrected: true } }, SECRET);

/** Where a delivery is stored: two contents under one key are two deliveries. */
export function placeOf({ idempotencyKey, contentId }) {
  return `${idempotencyKey}/${contentId}`;
}

/** `stored` is the list that stored deliveries come into, as `[place, delivery]`; null where the runtime tells later. */
export async function exercise(url, stored, { canBeFull = true } = {}) {
  const post = async (body, headers = {}) => {
    const own = new Headers(headers);
    if (!own.has("content-type")) own.set("content-type", "application/json");
    const response = await fetch(url, { method: "POST", body, headers: own });
    return { status: response.status, body: await response.text() };
  };
  const taken = async (body, headers) => {
    stored.length = 0;
    const answer = await post(body, headers);
    assert.deepEqual(answer, { status: 204, body: "" });
    for (let tries = 0; stored.length === 0 && tries < 200; tries += 1) await wait(50);
    const expected = createVerifier({ keys: SECRET }).verify(body, headers);
    assert.deepEqual(stored, [[placeOf(expected), JSON.parse(JSON.stringify(expected))]]);
  };
  const refused = async (status, code, body, headers) => {
    stored.length = 0;
    const answer = await post(body, headers);
    assert.equal(answer.status, status, answer.body);
    if (code !== null) assert.equal(JSON.parse(answer.body).code, code);
    assert.deepEqual(stored, []);
  };

  await taken(inBody.body);
  await taken(OTHER_CONTENT.body);
  await taken(inHeader.body, { "X-Webhook-Signature": inHeader.header });
  await taken(ODD.body, { ...ODD.headers, "Content-Type": "text/plain" });
  await refused(401, "signature_mismatch", inBody.body.replace("CAPTURED", "RECEIVED"));
  await refused(401, "signature_missing", '{"event":"Transaction.Captured"}');
  await refused(400, "body_not_json", "event=Transaction.Captured");
  await refused(400, "body_empty", "");
  await refused(413, null, sign({ event: "e", data: "x".repeat(300_000) }, SECRET).body);
  if (canBeFull) await refused(503, "not_stored", sign({ event: "e", data: "FULL" }, SECRET).body);
}
