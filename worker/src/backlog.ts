/** `GET /api/backlog`: how much is in the ledger and not yet in the index, so that somebody can be told. */
import { within } from "./deadline.ts";
import type { Env } from "./env.ts";
import { ledger, shardCount } from "./shards.ts";

const LIMIT_MS = 5_000;

export async function backlog(env: Env): Promise<Response> {
  const shards = Array.from({ length: await shardCount(env) }, (_, shard) => ledger(env, shard).backlog());
  const all = await within(LIMIT_MS, Promise.all(shards));
  const oldest = Math.min(...all.map((one) => one.oldest ?? Number.POSITIVE_INFINITY));
  return Response.json({
    owed: all.reduce((owed, one) => owed + one.owed, 0),
    oldest: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
  });
}
