/**
 * Which shard of the ledger holds a delivery.
 *
 * The number of shards is recorded in shard 0 by the first request ever that needs it (a delivery that verified, a
 * question about one, or `/healthz`), and the record wins over another number in the setting: with that a repeated
 * delivery would be looked for where it never was.
 */
import type { Delivery } from "compliance-gate";
import type { Env } from "./env.ts";
import type { Ledger } from "./ledger.ts";
import { shardsSetting } from "./settings.ts";

let recorded: number | undefined;

/** Asked once per isolate: the answer can never change. */
export async function shardCount(env: Env): Promise<number> {
  if (recorded === undefined) {
    const setting = shardsSetting(env);
    if (setting === null) throw new Error("GATE_SHARDS is no number of shards");
    recorded = await ledger(env, 0).shardCount(setting);
  }
  return recorded;
}

export function ledger(env: Env, shard: number): DurableObjectStub<Ledger> {
  return env.LEDGER.getByName(`shard-${shard}`);
}

/**
 * All deliveries about one subject meet in one shard, and all that can share an idempotency key, whatever kind of
 * subject they have; one without a subject goes by its content.
 */
export function shardOf(delivery: Pick<Delivery, "subject" | "contentId">, count: number): number {
  return fnv1a(delivery.subject.id ?? delivery.contentId) % count;
}

/** FNV-1a, 32 bits, over the text's UTF-8: http://www.isthe.com/chongo/tech/comp/fnv/. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}
