// The package for CommonJS: the modules of pkg/ as one file for each entry, and its types under the ending that tells
// TypeScript so. They share one GateError, as the modules do.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromRoot, LOCAL } from "./paths.mjs";

const DIRECTORY = fromRoot("pkg", "cjs");
const ENTRIES = ["slim", "guidance-slim", "lib/gate-error"];
const TYPES = ["index", "guidance", "slim", "guidance-slim", "wasm"];

/** Makes pkg/cjs/ from what is in pkg/. It takes milliseconds, so nothing asks whether it is up to date. */
export async function buildCommonJs() {
  // Not before: other scripts import this file where nothing is installed yet.
  const esbuild = await import("esbuild");
  const made = join(LOCAL, `cjs-${process.pid}`);
  mkdirSync(made, { recursive: true });
  await esbuild.build({
    entryPoints: ENTRIES.map((name) => ({
      in: fromRoot("pkg", `${name}.js`),
      out: name.replace("lib/", ""),
    })),
    outdir: made,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    format: "cjs",
    target: "es2022",
    plugins: [{ name: "gate-error", setup: shareGateError }],
    logLevel: "warning",
  });
  for (const name of TYPES) {
    const types = readFileSync(fromRoot("pkg", `${name}.d.ts`), "utf8");
    writeFileSync(join(made, `${name}.d.cts`), types.replace(/(from "\.\/[\w-]+)\.js"/g, '$1.cjs"'));
  }
  rmSync(DIRECTORY, { recursive: true, force: true });
  renameSync(made, DIRECTORY);
}

/** @param {import("esbuild").PluginBuild} build */
function shareGateError(build) {
  build.onResolve({ filter: /\/gate-error\.js$/ }, ({ kind }) =>
    kind === "entry-point" ? undefined : { path: "./gate-error.cjs", external: true },
  );
}
