/**
 * The consumer: makes each delivery visible in the index, once, and tells the ledger so.
 *
 * A message is a pointer and may come twice, late, or for a delivery already confirmed; every effect is an upsert.
 * One message that fails is retried alone.
 */
import { indexDelivery } from "./deliveries.ts";
import type { Env } from "./env.ts";
import type { Confirmation, Ledger, Pointer, Summary } from "./ledger.ts";
import { log } from "./log.ts";
import { ledger } from "./shards.ts";

const RETRY_DELAY_SECONDS = 5;
const ROWS_PER_CALL = 10;

export async function consume(batch: MessageBatch<Pointer>, env: Env): Promise<void> {
  const shards = new Map<number, Message<Pointer>[]>();
  for (const message of batch.messages) {
    if (isPointer(message.body)) {
      const messages = shards.get(message.body.shard);
      if (messages === undefined) shards.set(message.body.shard, [message]);
      else messages.push(message);
    } else {
      log("error", { code: "not_a_pointer" });
      message.ack(); // nothing is lost: what is owed is in the ledger, not in the message
    }
  }
  await Promise.all([...shards].map(([shard, messages]) => consumeShard(shard, messages, env)));
}

async function consumeShard(shard: number, messages: readonly Message<Pointer>[], env: Env): Promise<void> {
  const bySequence = Map.groupBy(messages, (message) => message.body.sequence);
  try {
    const stub = ledger(env, shard);
    const summaries = await read(stub, [...bySequence.keys()]);
    const found = new Set(summaries.map((summary) => summary.sequence));
    for (const [sequence, gone] of bySequence) {
      if (found.has(sequence)) continue;
      log("warn", { code: "row_gone", delivery: `${shard}-${sequence}` });
      for (const message of gone) message.ack();
    }

    const indexed = await Promise.all(summaries.map((summary) => index(summary, env)));
    const confirmations = indexed.filter((confirmation) => confirmation !== null);
    await stub.confirm(confirmations);

    const confirmed = new Set(confirmations.map(({ sequence }) => sequence));
    for (const sequence of found) {
      for (const message of bySequence.get(sequence) ?? []) {
        if (confirmed.has(sequence)) message.ack();
        else message.retry({ delaySeconds: RETRY_DELAY_SECONDS });
      }
    }
  } catch (error) {
    log("error", { code: "consume_failed", shard, count: messages.length, error });
    // Those already acknowledged stay so: a message's first word counts.
    for (const message of messages) message.retry({ delaySeconds: RETRY_DELAY_SECONDS });
  }
}

/** A few rows at a time: one call carries at most 32 MiB, and a row's names alone can have 1 MiB. */
async function read(stub: DurableObjectStub<Ledger>, sequences: readonly number[]): Promise<Summary[]> {
  const summaries: Summary[] = [];
  for (let from = 0; from < sequences.length; from += ROWS_PER_CALL) {
    summaries.push(...((await stub.summaries(sequences.slice(from, from + ROWS_PER_CALL))) as Summary[]));
  }
  return summaries;
}

async function index(summary: Summary, env: Env): Promise<Confirmation | null> {
  try {
    await indexDelivery(summary, env.INDEX);
    return { sequence: summary.sequence, duplicates: summary.duplicates };
  } catch (error) {
    log("error", { code: "index_failed", delivery: `${summary.shard}-${summary.sequence}`, error });
    return null;
  }
}

function isPointer(body: unknown): body is Pointer {
  const { shard, sequence } = (body ?? {}) as Partial<Pointer>;
  return Number.isSafeInteger(shard) && Number.isSafeInteger(sequence);
}
