// Every recipe, as it stands in recipes/, installed beside the packed package, started as its readers would, and sent
// what the provider sends.
//
//   node tests/matrix/recipes.js            all of them
//   node tests/matrix/recipes.js hono       those with a word of these in their names

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { environment, nodeBinary } from "../../scripts/lib/environment.mjs";
import { emptyProject, MATRIX, pack } from "../../scripts/lib/pack.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { exercise } from "./exercise.js";
import { server } from "./server.js";
import { site } from "./site.js";
import { deployed } from "./worker-recipe.js";

const SECRET = "WEBHOOK_SECRET"; // of the provider's own sample
/** The outcome of {@link next}. */
let exercised;

const tool = (name) => join(MATRIX, "node_modules", ".bin", name);

const RECIPES = {
  "bun.js": command(tool("bun"), ["bun.js"]),
  "deno.js": command(tool("deno"), ["run", "--no-prompt", "--allow-net", "--allow-env", "deno.js"]),
  "express.js": command(nodeBinary(), ["express.js"]),
  "fastify.js": command(nodeBinary(), ["fastify.js"]),
  "hono.js": command(nodeBinary(), ["hono.js"]),
  "next/edge/route.js": next,
  "next/route.js": next,
  "node-http.js": command(nodeBinary(), ["node-http.js"]),
  "worker.js": worker,
};

const files = readdirSync(fromRoot("recipes"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".js") && name !== "store.js")
  .map((name) => name.replaceAll("\\", "/"));
assert.deepEqual(files.sort(), Object.keys(RECIPES), "every recipe is run");

const words = process.argv.slice(2);
const wanted = files.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
const { tarball } = await pack();
const stored = [];
const store = await listening();
const set = { CONOMY_WEBHOOK_SECRET: SECRET, STORE_URL: `http://127.0.0.1:${store.address().port}/` };

let failed = 0;
for (const name of wanted) {
  try {
    await RECIPES[name]();
    console.log(`  passed  ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`  FAILED  ${name}\n${error.stack}\n`);
  }
}
store.close();
console.log(`\n${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && wanted.length > 0 ? 0 : 1;

/** A recipe that is a program, which takes its port from PORT. */
function command(program, args) {
  return async () => {
    const [name] = args.slice(-1);
    const cwd = await emptyProject(tarball, `recipe-${name.replace(".js", "")}`, {
      [name]: recipe(name),
      "store.js": recipe("store.js"),
    });
    const started = (port) => {
      env.PORT = `${port}`;
      return args;
    };
    const env = environment({ set });
    await server(program, started, { cwd, env }, (url) => exercise(`${url}/webhooks/conomy`, stored));
  };
}

/** Both routes of one site, which is built once. */
function next() {
  exercised ??= (async () => {
    const cwd = await emptyProject(tarball, "recipe-next", {
      "app/webhooks/conomy/route.js": recipe("next/route.js"),
      "app/webhooks/conomy/edge/route.js": recipe("next/edge/route.js"),
      "app/webhooks/conomy/store.js": recipe("store.js"),
    });
    await site(cwd, { set }, async (url) => {
      await exercise(`${url}/webhooks/conomy`, stored);
      await exercise(`${url}/webhooks/conomy/edge`, stored);
    });
  })();
  return exercised;
}

async function worker() {
  const cwd = await emptyProject(tarball, "recipe-worker", { "worker.js": recipe("worker.js") });
  await deployed(cwd, SECRET);
}

function recipe(name) {
  return readFileSync(fromRoot("recipes", name), "utf8");
}

/** The store of the recipes. It has no room for what is about the customer FULL. */
function listening() {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    if (text.includes("FULL")) return response.writeHead(507).end();
    stored.push([request.url.slice(1).split("/").map(decodeURIComponent).join("/"), JSON.parse(text)]);
    response.writeHead(201).end();
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
