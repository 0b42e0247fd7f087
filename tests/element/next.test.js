// The recipe of a server component in Next itself: built, started, and hydrated in a browser.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { environment, nodeBinary } from "../../scripts/lib/environment.mjs";
import { emptyProject, MATRIX, pack } from "../../scripts/lib/pack.mjs";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { stage } from "./browser.js";
import { FILES } from "./files.js";
import { json } from "./serve.js";
import { SITUATIONS, statusOf } from "./situations.js";

const NEXT = join(MATRIX, "node_modules", "next", "dist", "bin", "next");
const recipe = (name) => readFileSync(join(ROOT, "examples", "element", name), "utf8");
const ROOTS = JSON.stringify({ turbopack: { root: ROOT }, outputFileTracingRoot: ROOT });

/** The recipe where Next looks for pages, and what it asks of its own server. */
const PROJECT = {
  "next.config.mjs": `export default ${ROOTS};`,
  "app/layout.jsx": `export default function Layout({ children }) {
    return <html lang="en"><head><link rel="icon" href="data:," /><title>Account</title></head><body>{children}</body></html>;
  }`,
  "app/page.jsx": recipe("next/page.jsx"),
  "app/events.jsx": recipe("next/events.jsx"),
  "send.js": recipe("send.js"),
  "app/api/next-action/route.js": `export const dynamic = "force-dynamic";
    export const GET = () => Response.json(${JSON.stringify(SITUATIONS.documents.guidance)});`,
  "app/api/documents/route.js": `export async function POST(request) {
    const form = await request.formData();
    return Response.json([form.get("documentType"), form.get("file").name], { status: 202 });
  }`,
};

const at = stage();
let next;
before(async () => {
  const { tarball } = await pack();
  const cwd = await emptyProject(tarball, "element", PROJECT);
  const set = { NEXT_TELEMETRY_DISABLED: "1", CONNECT_URL: at.server.url, CONNECT_TOKEN: "token" };
  const env = environment({ set });
  await run(nodeBinary(), [NEXT, "build"], { cwd, env, timeout: 300 });
  next = spawn(nodeBinary(), [NEXT, "start", "--hostname", "127.0.0.1", "--port", "0"], { cwd, env });
});
after(async () => {
  next?.kill();
});

/** The address that Next prints once it listens. */
function listening(server) {
  return new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
        if (url && output.includes("Ready")) resolve(url);
      });
    }
    server.once("close", () => reject(new Error(`next start ended:\n${output}`)));
  });
}

test("a server component says what is next without script, and React leaves it as it is", async () => {
  at.server.answer("/v1/compliance/status/customer-1", (request, response) => {
    assert.equal(request.headers.authorization, "Bearer token");
    json(response, statusOf("the user completes the SDK"));
  });
  const url = await listening(next);
  const without = await at.open(url, { javaScriptEnabled: false });
  await without.page.getByRole("heading", { name: "Send us 2 documents" }).waitFor();
  await without.close();
  const { page, close } = await at.open(url);
  await page.waitForFunction(() => document.querySelector("compliance-next-action:defined"));
  await page.locator("input[type=file]").first().setInputFiles(FILES.pdf);
  const answer = page.waitForResponse("**/api/documents");
  await page.getByRole("button", { name: "Send" }).click();
  assert.deepEqual(await (await answer).json(), ["SOURCE_OF_FUNDS", FILES.pdf.name]);
  await page.locator("[data-stage=sent]").waitFor();
  await close();
});
