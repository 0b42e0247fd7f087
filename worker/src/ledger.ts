/**
 * One shard of the ledger: what was received, on disk before anybody is told so, and what is still to be handed on.
 *
 * A delivery is one row, identified by provider, environment, idempotency key and content id. Insert and alarm are
 * written in the same turn, so the runtime commits them together and holds the answer back until they are durable
 * (output gates). A row stays in the outbox until the consumer confirms its effect: queues lose, expire and
 * dead-letter, and none of that matters here.
 */
import { DurableObject } from "cloudflare:workers";
import type { Delivery } from "compliance-gate";
import type { Env } from "./env.ts";
import { log } from "./log.ts";
import { Outbox } from "./outbox.ts";
import { full, type Row } from "./row.ts";
import { createSchema } from "./schema.ts";

type Verified = Pick<
  Delivery,
  | "idempotencyKey"
  | "contentId"
  | "event"
  | "known"
  | "subject"
  | "dialect"
  | "scope"
  | "form"
  | "keyId"
  | "uncovered"
  | "signedText"
>;

/** A verified delivery on its way in. */
export interface Entry extends Verified {
  readonly provider: "conomy";
  readonly environment: string;
  /** The body as received, where that differs from what was signed. Unverified. */
  readonly received: Uint8Array | null;
}

/** Where a delivery is in the ledger. All that a queue message holds. */
export interface Pointer {
  readonly shard: number;
  readonly sequence: number;
}

/** `accepted`: a new key. `duplicate`: this key with this content was there. `conflict`: the key was, with other content. */
export interface Recorded extends Pointer {
  readonly outcome: "accepted" | "duplicate" | "conflict";
}

/** What the index shows of a delivery: no text that the provider signed but the names. */
export interface Summary extends Pointer, Omit<Entry, "signedText" | "received"> {
  readonly outcome: "accepted" | "conflict";
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** When it, or a duplicate of it, last arrived. */
  readonly lastSeenAt: number;
  readonly duplicates: number;
}

/** Everything about one delivery. */
export interface Full extends Summary {
  readonly signedText: string;
  readonly received: Uint8Array | null;
  readonly state: "pending" | "confirmed";
  readonly attempts: number;
}

/** That the index shows `sequence` with at least this many duplicates. */
export interface Confirmation {
  readonly sequence: number;
  readonly duplicates: number;
}

export class Ledger extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #outbox: Outbox;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    createSchema(this.#sql);
    this.#outbox = new Outbox(ctx.storage);
    // An alarm that the platform gave up on must not strand what is owed: waking up for any reason sets it again.
    void ctx.blockConcurrencyWhile(async () => {
      if ((await ctx.storage.getAlarm()) === null) await this.#outbox.arm();
    });
  }

  /** The number of shards: the first one ever asked for. Meaningful in shard 0 only. */
  shardCount(setting: number): number {
    this.#sql.exec("INSERT OR IGNORE INTO facts (name, value) VALUES ('shards', ?)", setting);
    return this.#fact("shards") ?? setting;
  }

  /** Resolves once the delivery and the alarm that will hand it on are on disk. */
  async record(shard: number, entry: Entry): Promise<Recorded> {
    const now = Date.now();
    const { outcome, sequence } = this.ctx.storage.transactionSync(() => this.#insert(shard, entry, now));
    // Same turn: no await between the insert and this.
    const armed = this.#outbox.arm();
    if (outcome !== "duplicate") this.ctx.waitUntil(this.#send([sequence]));
    await armed;
    return { outcome, shard, sequence };
  }

  /** Those of the rows that exist. */
  summaries(sequences: readonly number[]): Summary[] {
    return sequences
      .flatMap((sequence) => this.show(sequence) ?? [])
      .map(({ signedText, received, state, attempts, ...summary }) => summary);
  }

  show(sequence: number): Full | null {
    const row = this.#sql.exec<Row>("SELECT * FROM deliveries WHERE sequence = ?", sequence).toArray()[0];
    return row === undefined ? null : full(this.#fact("shard") ?? 0, row);
  }

  /** The consumer's word that its effect is in place. A row leaves the outbox by this alone. */
  async confirm(confirmations: readonly Confirmation[]): Promise<void> {
    this.ctx.storage.transactionSync(() => {
      for (const { sequence, duplicates } of confirmations) this.#outbox.confirm(sequence, duplicates);
    });
    await this.#outbox.rest();
  }

  /** How much is still to be handed on, and since when. */
  backlog(): { readonly owed: number; readonly oldest: number | null } {
    return this.#outbox.backlog();
  }

  override async alarm(): Promise<void> {
    try {
      const { due, attempts } = this.#outbox.take(Date.now());
      await this.#outbox.arm(); // before working: if the work dies, the alarm is there
      if (due.length > 0) await this.#send(due, attempts);
    } catch (error) {
      // The platform stops calling an alarm that keeps throwing, so it never does.
      log("error", { code: "alarm_failed", error });
      await this.#outbox.armLater();
    }
  }

  #insert(shard: number, entry: Entry, now: number): { outcome: Recorded["outcome"]; sequence: number } {
    this.#sql.exec("INSERT OR IGNORE INTO facts (name, value) VALUES ('shard', ?)", shard);
    const identity = [entry.provider, entry.environment, entry.idempotencyKey];
    const siblings = this.#sql
      .exec<{ sequence: number; content_id: string }>(
        "SELECT sequence, content_id FROM deliveries WHERE provider = ? AND environment = ? AND idempotency_key = ?",
        ...identity,
      )
      .toArray();
    const same = siblings.find((row) => row.content_id === entry.contentId);
    if (same !== undefined) {
      this.#outbox.count(same.sequence, now);
      return { outcome: "duplicate", sequence: same.sequence };
    }
    const outcome = siblings.length === 0 ? "accepted" : "conflict";
    const { sequence } = this.#sql
      .exec<{ sequence: number }>(
        `INSERT INTO deliveries (provider, environment, idempotency_key, content_id, outcome, received_at, last_seen_at,
           event, known, subject_kind, subject_id, subject_status, dialect, scope, form, key_id, uncovered, signed_text,
           received_unverified, next_attempt_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence`,
        ...identity,
        entry.contentId,
        outcome,
        now,
        now,
        entry.event,
        entry.known ? 1 : 0,
        entry.subject.kind,
        entry.subject.id,
        entry.subject.status,
        entry.dialect,
        entry.scope,
        entry.form,
        entry.keyId,
        JSON.stringify(entry.uncovered),
        entry.signedText,
        entry.received,
        this.#outbox.firstAttemptAt(now),
      )
      .one();
    return { outcome, sequence };
  }

  /** Tells the queue. Never throws: what was not told is told again by the alarm. */
  async #send(sequences: readonly number[], attempts = 0): Promise<void> {
    const shard = this.#fact("shard") ?? 0;
    try {
      await this.#outbox.send(
        this.env.DELIVERIES,
        sequences.map((sequence) => ({ shard, sequence })),
      );
    } catch (error) {
      log("warn", { code: "queue_failed", shard, count: sequences.length, attempts, error });
    }
  }

  #fact(name: string): number | null {
    return (
      this.#sql.exec<{ value: number }>("SELECT value FROM facts WHERE name = ?", name).toArray()[0]?.value ??
      null
    );
  }
}
