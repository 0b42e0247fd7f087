// workerd, by both ways there are into it: wrangler's bundler and the pool of vitest, each with Node's modules and without.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environment } from "../../../scripts/lib/environment.mjs";
import { NODE_BIN } from "../../../scripts/lib/paths.mjs";
import { run } from "../../../scripts/lib/run.mjs";
import { program } from "../suite.js";
import { versionOf } from "../versions.js";

const WORKER = program((outcome) => `export default { fetch: async () => Response.json(await ${outcome}) };`);
/** The wasm files under the names that the package gives them. */
const SLIM = `
  import * as gate from "compliance-gate/slim";
  import gateWasm from "compliance-gate/compliance-gate.wasm";
  import * as guidance from "compliance-gate/guidance/slim";
  import kyc from "compliance-gate/kyc.wasm";
  import operations from "compliance-gate/operations.wasm";
  import { check } from "./suite.mjs";
  gate.init(gateWasm);
  guidance.init({ kyc, operations });
  const { init: _, ...advice } = guidance;
  export default { fetch: async () => Response.json(await check(gate, advice)) };
`;
const TEST = `
  import { test } from "vitest";
  ${program((outcome) => `test("all", async ({ task }) => { task.meta.outcome = await ${outcome}; });`)}
`;
// The pool reads the rules of modules, that of wasm among them, from wrangler's file.
const POOL = `
  import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
  import { defineConfig } from "vitest/config";
  export default defineConfig({
    root: import.meta.dirname,
    plugins: [cloudflareTest({ wrangler: { configPath: "wrangler.json" } })],
    test: { include: ["all.test.js"], testTimeout: 60_000 },
  });
`;

const WRANGLER = `Workers, by wrangler ${versionOf("wrangler")}`;
const POOLED = `Workers, by @cloudflare/vitest-pool-workers ${versionOf("@cloudflare/vitest-pool-workers")}`;

export const rows = [
  ...[[], ["nodejs_compat"]].flatMap(both),
  {
    runtime: WRANGLER,
    how: "`slim`, its wasm imported",
    run: async (project) => bundled(await project(workerFiles(SLIM, []))),
  },
];

function both(flags) {
  const how = flags.length === 0 ? "without `nodejs_compat`" : "with `nodejs_compat`";
  return [
    {
      runtime: WRANGLER,
      how,
      run: async (project) => bundled(await project(workerFiles(WORKER, flags))),
    },
    {
      runtime: POOLED,
      how,
      run: async (project) =>
        pooled(
          await project({ ...workerFiles(WORKER, flags), "all.test.js": TEST, "vitest.config.js": POOL }),
        ),
    },
  ];
}

function workerFiles(main, flags) {
  const settings = {
    name: "row",
    main: "main.mjs",
    compatibility_date: "2026-08-15",
    compatibility_flags: flags,
  };
  return { "main.mjs": main, "wrangler.json": JSON.stringify(settings) };
}

async function bundled(directory) {
  // There is nobody to ask where a request comes from.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  const { unstable_startWorker: startWorker } = await import("wrangler");
  const worker = await startWorker({
    config: join(directory, "wrangler.json"),
    dev: { server: { hostname: "127.0.0.1", port: 0 }, inspector: false, logLevel: "error", persist: false },
  });
  try {
    return await (await worker.fetch("http://row/")).json();
  } finally {
    await worker.dispose();
  }
}

async function pooled(cwd) {
  const args = ["run", "--reporter=json", "--outputFile=outcome.json"];
  await run(join(NODE_BIN, "vitest"), args, { cwd, env: environment() });
  const { testResults } = JSON.parse(readFileSync(join(cwd, "outcome.json"), "utf8"));
  return testResults[0].assertionResults[0].meta.outcome;
}
