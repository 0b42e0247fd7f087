// The recipe of a Worker, on workerd with a real queue.

import assert from "node:assert/strict";
import { join } from "node:path";
import { write } from "../../scripts/lib/pack.mjs";
import { exercise, placeOf } from "./exercise.js";

/** The recipe, and the other end of its queue. */
const MAIN = `
  import recipe from "./worker.js";

  const taken = [];

  export default {
    fetch: (request, env) =>
      request.method === "GET" ? Response.json(taken.splice(0)) : recipe.fetch(request, env),
    async queue(batch) {
      taken.push(...batch.messages.map(({ body }) => body));
    },
  };
`;

export async function deployed(cwd, secret) {
  const settings = {
    name: "recipe",
    main: "main.js",
    compatibility_date: "2026-08-15",
    vars: { CONOMY_WEBHOOK_SECRET: secret },
    queues: {
      producers: [{ binding: "DELIVERIES", queue: "deliveries" }],
      consumers: [{ queue: "deliveries", max_batch_timeout: 0 }],
    },
  };
  write(cwd, { "main.js": MAIN, "wrangler.json": JSON.stringify(settings) });
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  const { unstable_startWorker: startWorker } = await import("wrangler");
  const server = { hostname: "127.0.0.1", port: 0 };
  const dev = { server, inspector: false, logLevel: "error", persist: false };
  const worker = await startWorker({ config: join(cwd, "wrangler.json"), dev });
  try {
    const url = await worker.url;
    const stored = following(url);
    await exercise(url, stored.list, { canBeFull: false });
    stored.stop();
  } finally {
    await worker.dispose();
  }
}

/** A list that what the queue delivered comes into. */
function following(url) {
  const list = [];
  const timer = setInterval(async () => {
    const answer = await fetch(url);
    assert.equal(answer.status, 200);
    for (const delivery of await answer.json()) list.push([placeOf(delivery), delivery]);
  }, 100);
  return { list, stop: () => clearInterval(timer) };
}
