/**
 * The consumer: makes each delivery visible in the index, once, and tells the ledger so.
 *
 * A message is a pointer and may come twice, late, or for a delivery already confirmed; every effect is an upsert.
 * One message that fails is retried alone. What one batch brings is listed in the order of its receipt.
 */
import { indexDeliveries } from "./deliveries.ts";
import type { Env } from "./env.ts";
import type { Confirmation, Pointer, Summary } from "./ledger.ts";
import { log } from "./log.ts";
import { ledger } from "./shards.ts";

const RETRY_DELAY_SECONDS = 5;
const ROWS_PER_CALL = 10;

export async function consume(batch: MessageBatch<Pointer>, env: Env): Promise<void> {
  const shards = Map.groupBy(pointers(batch), (message) => message.body.shard);
  const found = await Promise.all([...shards].map(([shard, messages]) => read(shard, messages, env)));
  const indexed = await index(found.flat().sort(oldestFirst), env);
  await Promise.all(
    [...shards].map(([shard, messages]) =>
      confirm(
        shard,
        messages,
        indexed.filter((summary) => summary.shard === shard),
        env,
      ),
    ),
  );
}

function pointers({ messages }: MessageBatch<Pointer>): Message<Pointer>[] {
  return messages.filter((message) => {
    if (isPointer(message.body)) return true;
    log("error", { code: "not_a_pointer" });
    message.ack(); // nothing is lost: what is owed is in the ledger, not in the message
    return false;
  });
}

/** A few rows at a time: one call carries at most 32 MiB, and a row's names alone can have 1 MiB. */
async function read(shard: number, messages: readonly Message<Pointer>[], env: Env): Promise<Summary[]> {
  const sequences = [...new Set(messages.map((message) => message.body.sequence))];
  try {
    const stub = ledger(env, shard);
    const summaries: Summary[] = [];
    for (let from = 0; from < sequences.length; from += ROWS_PER_CALL) {
      summaries.push(...((await stub.summaries(sequences.slice(from, from + ROWS_PER_CALL))) as Summary[]));
    }
    const found = new Set(summaries.map((summary) => summary.sequence));
    for (const message of messages.filter(({ body }) => !found.has(body.sequence))) {
      log("error", { code: "row_gone", delivery: `${shard}-${message.body.sequence}` });
      message.ack();
    }
    return summaries;
  } catch (error) {
    failed(shard, messages, error);
    return [];
  }
}

/** The order in which they are listed, as far as one batch goes. */
function oldestFirst(a: Summary, b: Summary): number {
  return a.receivedAt - b.receivedAt || a.shard - b.shard || a.sequence - b.sequence;
}

/** Those that are in the index now. */
async function index(summaries: readonly Summary[], env: Env): Promise<readonly Summary[]> {
  if (summaries.length === 0) return [];
  try {
    await indexDeliveries(summaries, env.INDEX);
    return summaries;
  } catch (error) {
    const [summary] = summaries;
    if (summary !== undefined && summaries.length === 1) {
      log("error", { code: "index_failed", delivery: `${summary.shard}-${summary.sequence}`, error });
      return [];
    }
    // One of them may be refused, or all be too much for one call.
    const indexed: Summary[] = [];
    for (const one of summaries) indexed.push(...(await index([one], env)));
    return indexed;
  }
}

/** Tells the ledger which of its rows are in the index; the messages of the others come again. */
async function confirm(
  shard: number,
  messages: readonly Message<Pointer>[],
  indexed: readonly Summary[],
  env: Env,
): Promise<void> {
  try {
    if (indexed.length > 0) await ledger(env, shard).confirm(indexed.map(confirmation));
    const confirmed = new Set(indexed.map(({ sequence }) => sequence));
    for (const message of messages) {
      if (confirmed.has(message.body.sequence)) message.ack();
      else retry(message);
    }
  } catch (error) {
    failed(shard, messages, error);
  }
}

function confirmation({ sequence, duplicates }: Summary): Confirmation {
  return { sequence, duplicates };
}

function failed(shard: number, messages: readonly Message<Pointer>[], error: unknown): void {
  log("error", { code: "consume_failed", shard, count: messages.length, error });
  messages.forEach(retry);
}

/** One that is acknowledged already stays so: a message's first word counts. */
function retry(message: Message<Pointer>): void {
  message.retry({ delaySeconds: RETRY_DELAY_SECONDS });
}

function isPointer(body: unknown): body is Pointer {
  const { shard, sequence } = (body ?? {}) as Partial<Pointer>;
  return Number.isSafeInteger(shard) && Number.isSafeInteger(sequence);
}
