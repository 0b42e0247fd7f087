/** The gate's tests run inside workerd, on real Durable Object SQLite, Queues and D1. */
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url).href);

export default defineConfig({
  root: here("."),
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: here("wrangler.jsonc") },
      miniflare: {
        bindings: {
          CONOMY_WEBHOOK_SECRETS: '{"test":"WEBHOOK_SECRET"}',
          GATE_API_TOKEN: "token-of-the-tests",
          GATE_ENVIRONMENT: "test",
          GATE_SANDBOX: "local",
          MIGRATIONS: await readD1Migrations(here("migrations")),
        },
        // The deployed second between batches would only slow the tests down.
        queueConsumers: {
          "compliance-gate-deliveries": { maxBatchSize: 50, maxBatchTimeout: 0.05, maxRetries: 3 },
        },
      },
    })),
  ],
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
  },
});
