// Time per verify in workerd. Its clock stands still while a request computes, so a batch is a long request, timed from
// here.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCAL } from "../../scripts/lib/paths.mjs";
import { bundled, importing, WASM } from "./bundle.js";
import { CONTENDERS } from "./contenders.js";

const ROUNDS = Math.ceil(Number(process.env.ROUNDS ?? 60) / 3);
/** Long enough for what a request costs to vanish in it. */
const BATCH_MS = 80;

/** Label and microseconds per call, round by round. */
export async function inWorkerd(given) {
  const contenders = CONTENDERS.filter(({ onlyNode }) => !onlyNode);
  const main = await bundled(
    `${importing(contenders)}
    import { unpacked } from "./unpacked.js";
    const calls = new Map();
    export default {
      async fetch(request) {
        const { searchParams } = new URL(request.url);
        const at = Number(searchParams.get("at"));
        if (!calls.has(at)) calls.set(at, await prepares[at][1](unpacked(${JSON.stringify(given)}, "workerd")));
        const call = calls.get(at);
        for (let left = Number(searchParams.get("calls")); left > 0; left -= 1) {
          const result = call();
          if (result instanceof Promise) await result;
        }
        return new Response();
      },
    };`,
    "workerd",
  );
  const directory = join(LOCAL, "rivals");
  mkdirSync(directory, { recursive: true });
  const settings = { name: "rivals", main: "main.mjs", compatibility_date: "2026-08-15" };
  writeFileSync(join(directory, "main.mjs"), main);
  writeFileSync(join(directory, "gate.wasm"), WASM);
  writeFileSync(join(directory, "wrangler.json"), JSON.stringify(settings));
  // There is nobody to ask where a request comes from.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  const { unstable_startWorker: startWorker } = await import("wrangler");
  const worker = await startWorker({
    config: join(directory, "wrangler.json"),
    dev: { server: { hostname: "127.0.0.1", port: 0 }, inspector: false, logLevel: "error", persist: false },
  });
  try {
    return await rounds(await worker.url, contenders);
  } finally {
    await worker.dispose();
  }
}

async function rounds(url, contenders) {
  const batch = async (at, calls) => {
    const start = performance.now();
    const response = await fetch(new URL(`?at=${at}&calls=${calls}`, url));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`workerd: ${contenders[at].label} answered ${response.status}`);
    return performance.now() - start;
  };
  const runs = [];
  for (const [at, { label }] of contenders.entries()) {
    await batch(at, 2000);
    const calls = Math.max(100, Math.round((2000 * BATCH_MS) / (await batch(at, 2000))));
    runs.push({ at, label, calls, times: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let place = 0; place < runs.length; place += 1) {
      const { at, calls, times } = runs[(round + place) % runs.length];
      times.push((await batch(at, calls)) * (1000 / calls));
    }
  }
  return runs.map(({ label, times }) => [label, times]);
}
