/** Which shard holds what. */
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { fnv1a, ledger, shardOf } from "../src/shards.ts";

describe("a shard", () => {
  // The author's own vectors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("FNV-1a of %j", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  it("is the same for all deliveries about one subject, whatever they say", () => {
    const about = (contentId: string) => ({
      subject: { kind: "transaction", id: "67a0307eaddea901a60144ec", status: null } as const,
      contentId,
    });
    expect(shardOf(about("a"), 8)).toBe(shardOf(about("b"), 8));
  });

  it("is the same for all that can share an idempotency key, whatever kind of subject they have", () => {
    const of = (kind: "transaction" | "onboarding") =>
      shardOf({ subject: { kind, id: "X", status: "S" }, contentId: kind }, 256);
    expect(of("transaction")).toBe(of("onboarding"));
  });

  it("goes by the content where there is no subject, and all shards are used", () => {
    const nothing = { kind: null, id: null, status: null } as const;
    const used = new Set(
      Array.from({ length: 200 }, (_, n) => shardOf({ subject: nothing, contentId: String(n) }, 8)),
    );
    expect([...used].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("counts as many as were recorded first", async () => {
    const stub = ledger(env, 4711);
    expect(await stub.shardCount(8)).toBe(8);
    expect(await stub.shardCount(16)).toBe(8);
  });
});
