/**
 * What a shard still owes the consumer.
 *
 * A row is owed from its insert until the consumer confirms it, and again when duplicates were counted that the index
 * does not show yet. Waits are this gate's own choice: 5 s, doubling, at most 5 minutes, for as long as it takes.
 */
import { within } from "./deadline.ts";
import type { Pointer } from "./ledger.ts";

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A flood of repeats of one delivery costs at most one message in this time. */
const COUNT_WAIT_MS = 1_000;
/** Rows told to the queue in one alarm; the rest is due at once and has the next. A queue takes 100 at a time. */
export const BATCH = 100;
/** Queues have been seen to hang for a minute. */
export const SEND_LIMIT_MS = 5_000;

export class Outbox {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** When the alarm looks after a new row. Until then the message sent at once has its chance. */
  firstAttemptAt(now: number): number {
    return now + FIRST_WAIT_MS;
  }

  /** Counts a duplicate, and sees to it that a row not yet confirmed is tried again soon. */
  count(sequence: number, now: number): void {
    this.#storage.sql.exec(
      `UPDATE deliveries SET duplicates = duplicates + 1, last_seen_at = ?,
         next_attempt_at = min(coalesce(next_attempt_at, ?), ?) WHERE sequence = ?`,
      now,
      now + COUNT_WAIT_MS,
      now + COUNT_WAIT_MS,
      sequence,
    );
  }

  /** Sets the alarm for the earliest row owed, if there is one. The write is made in the caller's turn. */
  arm(): Promise<void> {
    const { at } = this.#storage.sql
      .exec<{ at: number | null }>(
        "SELECT min(next_attempt_at) AS at FROM deliveries WHERE next_attempt_at IS NOT NULL",
      )
      .one();
    return at === null ? Promise.resolve() : this.#storage.setAlarm(at);
  }

  armLater(): Promise<void> {
    return this.#storage.setAlarm(Date.now() + FIRST_WAIT_MS);
  }

  /** The rows due now, each put off to its next attempt. */
  take(now: number): { readonly due: readonly number[]; readonly attempts: number } {
    const rows = this.#storage.sql
      .exec<{ sequence: number; attempts: number }>(
        "SELECT sequence, attempts FROM deliveries WHERE next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?",
        now,
        BATCH,
      )
      .toArray();
    for (const { sequence, attempts } of rows) {
      this.#storage.sql.exec(
        "UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = ? WHERE sequence = ?",
        now + waitAfter(attempts + 1),
        sequence,
      );
    }
    return {
      due: rows.map((row) => row.sequence),
      attempts: Math.max(0, ...rows.map((row) => row.attempts + 1)),
    };
  }

  /** Leaves no alarm where nothing is owed: an idle shard sleeps. */
  rest(): Promise<void> {
    const { owed } = this.#storage.sql
      .exec<{ owed: number }>(
        "SELECT EXISTS (SELECT 1 FROM deliveries WHERE next_attempt_at IS NOT NULL) AS owed",
      )
      .one();
    return owed === 0 ? this.#storage.deleteAlarm() : Promise.resolve();
  }

  /** A row with more duplicates than the index shows stays owed. */
  confirm(sequence: number, duplicates: number): void {
    this.#storage.sql.exec(
      `UPDATE deliveries SET state = 'confirmed', attempts = 0,
         next_attempt_at = CASE WHEN duplicates > ? THEN next_attempt_at END WHERE sequence = ?`,
      duplicates,
      sequence,
    );
  }

  async send(queue: Queue<Pointer>, pointers: readonly Pointer[]): Promise<void> {
    await within(SEND_LIMIT_MS, Promise.resolve(queue.sendBatch(pointers.map((body) => ({ body })))));
  }

  backlog(): { readonly owed: number; readonly oldest: number | null } {
    return this.#storage.sql
      .exec<{ owed: number; oldest: number | null }>(
        "SELECT count(*) AS owed, min(received_at) AS oldest FROM deliveries WHERE state = 'pending'",
      )
      .one();
  }
}

/** The wait after the n-th attempt by alarm. */
export function waitAfter(attempt: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempt, 30), LONGEST_WAIT_MS);
}
