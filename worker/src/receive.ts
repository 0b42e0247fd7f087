/**
 * `POST /webhooks/conomy`: verify, record, answer.
 *
 * 200 means that the delivery is on disk. Nothing here waits for the queue, and verification is never rate-limited:
 * a mishap with a key must not lock the provider out. The provider allows ten seconds (page "Handling webhooks").
 */
import { type Delivery, GateError } from "compliance-gate";
import { readReceived } from "./body.ts";
import { within } from "./deadline.ts";
import type { Env } from "./env.ts";
import type { Recorded } from "./ledger.ts";
import { log } from "./log.ts";
import { problem, refused } from "./problem.ts";
import { environment, keyring } from "./settings.ts";
import { ledger, shardCount, shardOf } from "./shards.ts";

/** How long the ledger may take, so that the provider still reads the 503 within its ten seconds. */
export const RECORD_LIMIT_MS = 8_000;

export async function receive(request: Request, env: Env, traceId: string): Promise<Response> {
  const ring = keyring(env);
  if ("refusal" in ring) {
    log("error", { code: "not_configured", traceId });
    // The reason is in the log: who posts here need not know how the gate is set up.
    return problem("not_configured", "The gate is not set up to take deliveries.", traceId);
  }

  let received: Uint8Array;
  let delivery: Delivery;
  try {
    received = await readReceived(request, ring.verifier.maxBodyBytes);
    delivery = ring.verifier.verify(received, request.headers);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    log("warn", { code: error.code, traceId });
    return refused(error, traceId, encodingNote(request));
  }

  let recorded: Recorded;
  try {
    recorded = await within(RECORD_LIMIT_MS, record(delivery, received, env));
  } catch (error) {
    log("error", { code: "not_stored", traceId, keyId: delivery.keyId, error });
    return problem(
      "not_stored",
      "The delivery is genuine but could not be stored; please send it again.",
      traceId,
    );
  }

  const { outcome, shard, sequence } = recorded;
  log("info", { code: outcome, traceId, keyId: delivery.keyId, delivery: `${shard}-${sequence}` });
  return Response.json({ outcome, idempotencyKey: delivery.idempotencyKey });
}

/** The provider sends bodies as they are; a proxy may not pass them on so. */
function encodingNote(request: Request): string {
  const encoding = request.headers.get("Content-Encoding")?.trim().toLowerCase() || "identity";
  return encoding === "identity" ? "" : "; the request has a Content-Encoding, and the gate decodes none";
}

async function record(delivery: Delivery, received: Uint8Array, env: Env): Promise<Recorded> {
  const shard = shardOf(delivery, await shardCount(env));
  const {
    dialect,
    scope,
    form,
    keyId,
    event,
    known,
    subject,
    idempotencyKey,
    uncovered,
    contentId,
    signedText,
  } = delivery;
  return ledger(env, shard).record(shard, {
    provider: "conomy",
    environment: environment(env),
    idempotencyKey,
    contentId,
    event: stored(event),
    known,
    subject: { kind: subject.kind, id: stored(subject.id), status: stored(subject.status) },
    dialect,
    scope,
    form,
    keyId,
    uncovered: [...uncovered],
    signedText,
    // Under the header dialect every byte was signed; under the body dialect at least `signature` was not.
    received: scope === "raw" ? null : received,
  });
}

/** A lone surrogate is no text to a database; `signedText` has it as it was signed. */
function stored(name: string | null): string | null {
  return name?.toWellFormed() ?? null;
}
