/** What the ledger owes is handed on, whatever the queue does. */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ledger } from "../src/ledger.ts";
import { BATCH, waitAfter } from "../src/outbox.ts";
import { entry, replaceQueue, shardWith, sink, until } from "./gate.ts";

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
const stateOf = async (stub: Stub, sequence: number) => {
  const row = await stub.show(sequence);
  return row === null ? null : `${row.state} ${row.attempts}`;
};

describe("a new row", () => {
  it("is sent at once, as a pointer without personal data, and looked after by the alarm", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    const recorded = await stub.record(shard, entry());
    expect(recorded).toEqual({ outcome: "accepted", shard, sequence: 1 });
    await until(async () => queue.taken.length > 0);
    expect(queue.taken).toEqual([[{ shard, sequence: 1 }]]);
    expect(await alarmOf(stub)).toBe(START + 5_000);
    expect(await stub.backlog()).toEqual({ owed: 1, oldest: START });
  });

  it("is not looked after any more once it is confirmed", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    await stub.record(shard, entry());
    await stub.record(shard, entry());
    await stub.confirm([{ sequence: 1, duplicates: 0 }]);
    expect(await stub.backlog()).toMatchObject({ owed: 1 });
    expect(await alarmOf(stub)).toBe(START + 5_000);
    await stub.confirm([{ sequence: 2, duplicates: 0 }]);
    expect(await stub.backlog()).toEqual({ owed: 0, oldest: null });
    expect(await alarmOf(stub)).toBeNull();
  });
});

describe("a queue", () => {
  const failing: [string, () => Promise<never>][] = [
    ["fails", () => Promise.reject(new Error("Internal Server Error"))],
    [
      "throws",
      () => {
        throw new Error("Too Many Requests");
      },
    ],
    ["hangs", () => new Promise(() => {})],
  ];
  it.each(failing)(
    "that %s costs no delivery: recorded at once, handed on by the alarm",
    async (_, sendBatch) => {
      vi.spyOn(console, "warn").mockImplementation(() => {});
      const { shard, stub } = await shardWith({ sendBatch });
      const began = performance.now();
      expect(await stub.record(shard, entry())).toMatchObject({ outcome: "accepted" });
      expect(performance.now() - began).toBeLessThan(1_000);

      const queue = sink();
      await replaceQueue(stub, queue);
      vi.setSystemTime(START + 5_000);
      expect(await runDurableObjectAlarm(stub)).toBe(true);
      expect(queue.taken).toEqual([[{ shard, sequence: 1 }]]);
    },
  );

  it("that loses every message is told again, later each time, until the consumer confirms", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    await stub.record(shard, entry());
    await until(async () => queue.taken.length === 1);
    const waits = [];
    for (let n = 1; n <= 9; n++) {
      const at = (await alarmOf(stub)) ?? 0;
      waits.push((at - Date.now()) / 1000);
      vi.setSystemTime(at);
      await runDurableObjectAlarm(stub);
      expect(await stateOf(stub, 1)).toBe(`pending ${n}`);
      expect(queue.taken).toHaveLength(n + 1);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    await stub.confirm([{ sequence: 1, duplicates: 0 }]);
    expect(await stateOf(stub, 1)).toBe("confirmed 0");
  });

  it("is told of a large backlog in bounded turns", async () => {
    const queue = sink();
    const { shard, stub } = await shardWith(queue);
    const many = 2 * BATCH + 50;
    await Promise.all(Array.from({ length: many }, () => stub.record(shard, entry())));
    await until(async () => queue.taken.length === many);
    queue.taken.length = 0;
    vi.setSystemTime(START + 5_000);
    for (let turn = 0; turn < 3; turn++) await runDurableObjectAlarm(stub);
    expect(queue.taken.map((batch) => batch.length)).toEqual([BATCH, BATCH, 50]);
    expect(new Set(queue.taken.flat().map(({ sequence }) => sequence)).size).toBe(many);
    expect(await alarmOf(stub)).toBe(START + 5_000 + waitAfter(1));
  });
});
