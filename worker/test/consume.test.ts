/** The consumer: effects once, whatever the queue repeats, reorders or loses. */
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Env } from "../src/env.ts";
import worker from "../src/index.ts";
import type { Pointer } from "../src/ledger.ts";
import { entry, shardWith, sink } from "./gate.ts";

const QUEUE = "compliance-gate-deliveries";

afterEach(() => vi.restoreAllMocks());

/** Hands these bodies to the consumer; says which message was acknowledged and which is to be retried. */
async function consume(bodies: unknown[], changed: Partial<Record<keyof Env, unknown>> = {}) {
  const messages = bodies.map((body, n) => ({
    id: String(n),
    timestamp: new Date(),
    attempts: 1,
    body: body as Pointer,
  }));
  const batch = createMessageBatch<Pointer>(QUEUE, messages);
  await worker.queue(batch, { ...env, ...changed } as Env);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  return {
    acked: explicitAcks.sort(),
    retried: retryMessages.map(({ msgId }: { msgId: string }) => msgId).sort(),
  };
}

async function rowsOf(shard: number) {
  const { results } = await env.INDEX.prepare("SELECT * FROM deliveries WHERE shard = ? ORDER BY sequence")
    .bind(shard)
    .all();
  return results;
}

describe("the consumer", () => {
  it("indexes a batch of rows that together are more than one call can carry", async () => {
    const { shard, stub } = await shardWith(sink());
    const bodies: Pointer[] = [];
    for (let n = 0; n < 45; n += 1) {
      const status = `${n}:${"s".repeat(240_000)}`;
      const { sequence } = await stub.record(shard, {
        ...entry(),
        idempotencyKey: `e:${n}:${status}`,
        contentId: String(n),
        subject: { kind: "transaction", id: String(n), status },
      });
      bodies.push({ shard, sequence });
    }
    const { acked, retried } = await consume(bodies);
    expect(retried).toEqual([]);
    expect(acked).toHaveLength(45);
    const count = await env.INDEX.prepare("SELECT count(*) AS rows FROM deliveries WHERE shard = ?")
      .bind(shard)
      .first();
    expect(count).toEqual({ rows: 45 });
  });

  it("writes a row once, however often it is told, and confirms", async () => {
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    const pointer = { shard, sequence: 1 };
    expect(await consume([pointer, pointer])).toEqual({ acked: ["0", "1"], retried: [] });
    expect(await consume([pointer])).toEqual({ acked: ["0"], retried: [] });
    expect(await rowsOf(shard)).toMatchObject([
      { sequence: 1, outcome: "accepted", duplicates: 0, known: 1 },
    ]);
    expect(await stub.show(1)).toMatchObject({ state: "confirmed" });
  });

  it("never takes a count of duplicates back", async () => {
    const { shard, stub } = await shardWith(sink());
    const same = entry();
    await stub.record(shard, same);
    await stub.record(shard, same);
    await consume([{ shard, sequence: 1 }]);
    const stale = { ...(await stub.summaries([1]))[0], duplicates: 0, lastSeenAt: 0 };
    const late = { getByName: () => ({ summaries: async () => [stale], confirm: async () => {} }) };
    await consume([{ shard, sequence: 1 }], { LEDGER: late });
    expect(await rowsOf(shard)).toMatchObject([{ duplicates: 1 }]);
  });

  it("acknowledges what is no pointer, and what points at nothing", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    const bodies = [
      null,
      "x",
      {},
      { shard: "0", sequence: 1 },
      { shard, sequence: 99 },
      { shard, sequence: 1 },
    ];
    expect(await consume(bodies)).toEqual({ acked: ["0", "1", "2", "3", "4", "5"], retried: [] });
    expect(await rowsOf(shard)).toHaveLength(1);
  });

  it("retries alone the one that the index refuses", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { shard, stub } = await shardWith(sink());
    for (let n = 0; n < 3; n++) await stub.record(shard, entry());
    const index = {
      prepare: (sql: string) => ({
        bind: (...values: unknown[]) => {
          if (values[1] === 2) throw new Error("D1_ERROR: refused");
          return env.INDEX.prepare(sql).bind(...values);
        },
      }),
      batch: (statements: D1PreparedStatement[]) => env.INDEX.batch(statements),
    };
    const bodies = [1, 2, 3].map((sequence) => ({ shard, sequence }));
    expect(await consume(bodies, { INDEX: index })).toEqual({ acked: ["0", "2"], retried: ["1"] });
    expect(await stub.backlog()).toMatchObject({ owed: 1 });
    expect(await consume([bodies[1]])).toEqual({ acked: ["0"], retried: [] });
    expect(await stub.backlog()).toMatchObject({ owed: 0 });
  });

  it("lists a batch in the order of receipt, and what comes late before all that was listed", async () => {
    const { shard, stub } = await shardWith(sink());
    for (let n = 0; n < 4; n++) {
      await stub.record(shard, entry());
      await scheduler.wait(2);
    }
    await consume([4, 2, 3].map((sequence) => ({ shard, sequence })));
    await consume([{ shard, sequence: 1 }]);
    await consume([{ shard, sequence: 3 }]);
    const { results } = await env.INDEX.prepare(
      "SELECT sequence FROM deliveries WHERE shard = ? ORDER BY listed DESC",
    )
      .bind(shard)
      .all();
    expect(results.map(({ sequence }) => sequence)).toEqual([1, 4, 3, 2]);
  });

  it("that dies between its effect and its word repeats the effect without a trace", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    const dying = {
      getByName: () => ({
        summaries: (s: number[]) => stub.summaries(s),
        confirm: () => Promise.reject(new Error("died")),
      }),
    };
    expect(await consume([{ shard, sequence: 1 }], { LEDGER: dying })).toEqual({ acked: [], retried: ["0"] });
    expect(await rowsOf(shard)).toHaveLength(1);
    expect(await stub.backlog()).toMatchObject({ owed: 1 });
    await consume([{ shard, sequence: 1 }]);
    expect(await rowsOf(shard)).toHaveLength(1);
    expect(await stub.backlog()).toMatchObject({ owed: 0 });
  });

  it("retries everything of a shard that it cannot reach, and nothing of the others", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    const gone = {
      getByName: (name: string) =>
        name === `shard-${shard}` ? stub : { summaries: () => Promise.reject(new Error("gone")) },
    };
    expect(
      await consume(
        [
          { shard: 7, sequence: 1 },
          { shard, sequence: 1 },
        ],
        { LEDGER: gone },
      ),
    ).toEqual({ acked: ["1"], retried: ["0"] });
  });
});
