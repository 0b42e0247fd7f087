/** What a shard records, and that it outlives the object that recorded it. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { sign } from "compliance-gate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Entry, Ledger } from "../src/ledger.ts";
import { entry, expectProblem, post, replaceQueue, SECRET, sample, shardWith, sink, until } from "./gate.ts";

const START = Date.UTC(2040, 0, 1); // alarms are set for then, so that none goes off by itself

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Stub = DurableObjectStub<Ledger>;
const alarmOf = (stub: Stub) =>
  runInDurableObject<Ledger, number | null>(stub, (_, state) => state.storage.getAlarm());

describe("a duplicate", () => {
  it("of an unconfirmed row brings its next attempt near, and sends nothing itself", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    const same = entry();
    await stub.record(shard, same);
    await until(async () => queue.taken.length === 1);
    vi.setSystemTime(START + 5_000);
    await runDurableObjectAlarm(stub);
    vi.setSystemTime(START + 6_000);
    expect(await stub.record(shard, same)).toEqual({ outcome: "duplicate", shard, sequence: 1 });
    expect(await alarmOf(stub)).toBe(START + 7_000);
    expect(queue.taken).toHaveLength(2);
  });

  it("of a confirmed row is counted and shown, and the row stays confirmed", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    const same = entry();
    await stub.record(shard, same);
    await stub.confirm([{ sequence: 1, duplicates: 0 }]);
    await stub.record(shard, same);
    await stub.record(shard, same);
    vi.setSystemTime(START + 1_000);
    await runDurableObjectAlarm(stub);
    expect(queue.taken.at(-1)).toEqual([{ shard, sequence: 1 }]);
    expect(await stub.summaries([1])).toMatchObject([
      { duplicates: 2, lastSeenAt: START, receivedAt: START },
    ]);
    expect(await stub.backlog()).toMatchObject({ owed: 0 });

    await stub.confirm([{ sequence: 1, duplicates: 1 }]); // the index has seen one of two
    vi.setSystemTime(START + 60_000);
    await runDurableObjectAlarm(stub);
    expect(queue.taken).toHaveLength(3);
    await stub.confirm([{ sequence: 1, duplicates: 2 }]);
    expect(await alarmOf(stub)).toBeNull();
  });

  it("with other content is another row, marked and handed on", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    const first = entry();
    await stub.record(shard, first);
    const other = { ...first, contentId: "another" };
    expect(await stub.record(shard, other)).toEqual({ outcome: "conflict", shard, sequence: 2 });
    expect(await stub.record(shard, other)).toEqual({ outcome: "duplicate", shard, sequence: 2 });
    expect(await stub.record(shard, { ...first, environment: "elsewhere" })).toEqual({
      outcome: "accepted",
      shard,
      sequence: 3,
    });
    await until(async () => queue.taken.length === 3);
    expect(
      queue.taken
        .flat()
        .map(({ sequence }) => sequence)
        .sort(),
    ).toEqual([1, 2, 3]);
  });
});

describe("the object", () => {
  it("keeps rows and alarm when it is evicted right after the answer", async () => {
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    await evictDurableObject(stub);
    const queue = sink();
    await replaceQueue(stub, queue);
    vi.setSystemTime(START + 5_000);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(queue.taken).toEqual([[{ shard, sequence: 1 }]]);
  });

  it("sets an alarm the platform gave up on again, whatever wakes it", async () => {
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    await runInDurableObject(stub, (_, state) => state.storage.deleteAlarm());
    await evictDurableObject(stub);
    await stub.backlog();
    expect(await alarmOf(stub)).toBe(START + 5_000);
  });

  it("keeps its alarm when the alarm's work breaks", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { shard, stub } = await shardWith(sink());
    await stub.record(shard, entry());
    await runInDurableObject(stub, (_, state) =>
      state.storage.sql.exec("ALTER TABLE deliveries RENAME TO lost"),
    );
    vi.setSystemTime(START + 5_000);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await alarmOf(stub)).toBe(START + 10_000);
    await runInDurableObject(stub, (_, state) =>
      state.storage.sql.exec("ALTER TABLE lost RENAME TO deliveries"),
    );
    const queue = sink();
    await replaceQueue(stub, queue);
    await runDurableObjectAlarm(stub);
    expect(queue.taken).toEqual([[{ shard, sequence: 1 }]]);
  });

  it("answers 503 where the row cannot be written, and 200 once it can", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { shard, stub } = await shardWith(sink());
    const ledgers = {
      LEDGER: {
        getByName: () => ({
          shardCount: async () => 8,
          record: (_: number, e: Entry) => stub.record(shard, e),
        }),
      },
    };
    const { body, headers } = sign(sample(), SECRET);
    await runInDurableObject(stub, (_, state) =>
      state.storage.sql.exec("ALTER TABLE deliveries RENAME TO lost"),
    );
    await expectProblem(await post(body, headers, ledgers), 503, "not_stored");
    await runInDurableObject(stub, (_, state) =>
      state.storage.sql.exec("ALTER TABLE lost RENAME TO deliveries"),
    );
    const again = await post(body, headers, ledgers);
    expect([again.status, await again.json()]).toEqual([
      200,
      expect.objectContaining({ outcome: "accepted" }),
    ]);
  });
});
