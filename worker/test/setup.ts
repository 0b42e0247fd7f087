/** Around each file: the index as the migrations make it, and nothing still under way when the file ends. */
import { applyD1Migrations, type D1Migration, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, beforeAll } from "vitest";
import type { Ledger } from "../src/ledger.ts";
import { ledger } from "../src/shards.ts";
import { until } from "./gate.ts";

beforeAll(async () => {
  const { MIGRATIONS } = env as unknown as { MIGRATIONS: D1Migration[] };
  await applyD1Migrations(env.INDEX, MIGRATIONS);
});

afterAll(async () => {
  for (let shard = 0; shard < 8; shard++) {
    await until(() =>
      runInDurableObject<Ledger, boolean>(
        ledger(env, shard),
        async (_, { storage }) => (await storage.getAlarm()) === null,
      ),
    );
  }
});
