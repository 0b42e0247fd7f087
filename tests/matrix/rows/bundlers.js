// Bundlers, with no settings but where to begin: what they make runs in Chromium, or in Node.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import * as vite from "vite";
import webpack from "webpack";
import { environment, nodeBinary } from "../../../scripts/lib/environment.mjs";
import { run } from "../../../scripts/lib/run.mjs";
import { outcomeOf } from "../browser.js";
import { served } from "../serve.js";
import { program } from "../suite.js";
import { versionOf } from "../versions.js";

const page = (script) =>
  `<!doctype html><meta charset="utf-8"><title>row</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>`;
const FOR_PAGE = program((outcome) => `globalThis.outcome = ${outcome};`);
const FOR_NODE = program((outcome) => `${outcome}.then((found) => console.log(JSON.stringify(found)));`);
const IN_PAGE = { "index.html": page("/main.js"), "main.js": FOR_PAGE };
const BUNDLED = { "main.js": FOR_PAGE, "dist/index.html": page("/main.js") };

export const rows = [
  row("Vite", "dev server", async (project) => {
    const server = await vite.createServer({ ...viteSettings(await project(IN_PAGE)), server: { port: 0 } });
    try {
      await server.listen();
      return await outcomeOf(server.resolvedUrls.local[0]);
    } finally {
      await server.close();
    }
  }),
  row("Vite", "build", async (project) => {
    const directory = await project(IN_PAGE);
    await vite.build(viteSettings(directory));
    return served(join(directory, "dist"), null, outcomeOf);
  }),
  row("Vite", "build for Node", async (project) => {
    const directory = await project({ "main.mjs": FOR_NODE });
    await vite.build({ ...viteSettings(directory), build: { ssr: "main.mjs" }, ssr: { noExternal: true } });
    return inNode(directory, "dist/main.js");
  }),
  row("webpack", "for browsers", async (project) => {
    const directory = await project(BUNDLED);
    await packed({ context: directory, target: "web", output: { path: join(directory, "dist") } });
    return served(join(directory, "dist"), null, outcomeOf);
  }),
  row("webpack", "for Node", async (project) => {
    const directory = await project({ "main.js": FOR_NODE });
    await packed({
      context: directory,
      target: "node20",
      output: { path: join(directory, "dist"), filename: "main.cjs" },
    });
    return inNode(directory, "dist/main.cjs");
  }),
  row("esbuild", "for browsers", async (project) => {
    const directory = await project(BUNDLED);
    await bundled(directory, { format: "esm", outfile: "dist/main.js" });
    return served(join(directory, "dist"), null, outcomeOf);
  }),
  ...["esm", "cjs"].map((format) =>
    row("esbuild", `for Node, \`${format}\``, async (project) => {
      const directory = await project({ "main.js": FOR_NODE });
      const outfile = `dist/main.${format === "cjs" ? "cjs" : "mjs"}`;
      await bundled(directory, { format, platform: "node", outfile });
      return inNode(directory, outfile);
    }),
  ),
];

function row(tool, how, work) {
  return { runtime: `${tool} ${versionOf(tool.toLowerCase())}`, how, run: work };
}

function viteSettings(root) {
  return { root, configFile: false, logLevel: "error", cacheDir: join(root, ".vite") };
}

function bundled(absWorkingDir, options) {
  return esbuild.build({
    absWorkingDir,
    entryPoints: ["main.js"],
    bundle: true,
    logLevel: "error",
    ...options,
  });
}

function packed(settings) {
  return new Promise((resolve, reject) => {
    const options = { mode: "production", entry: { main: "./main.js" }, performance: false, ...settings };
    webpack(options, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors() || stats.hasWarnings()) reject(new Error(stats.toString("errors-warnings")));
      else resolve(stats);
    });
  });
}

/** Alone in a directory, so that nothing is found that the bundle lacks. */
async function inNode(directory, file) {
  const alone = mkdtempSync(join(tmpdir(), "compliance-gate-"));
  try {
    const copy = join(alone, basename(file));
    copyFileSync(join(directory, file), copy);
    return JSON.parse(await run(nodeBinary(), [copy], { cwd: alone, env: environment() }));
  } finally {
    rmSync(alone, { recursive: true });
  }
}
