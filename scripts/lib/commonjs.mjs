// The package for CommonJS: the modules of pkg/ as one file for each entry, and its types under the ending that tells
// TypeScript so. They share one GateError, as the modules do.

import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fromRoot, LOCAL } from "./paths.mjs";

const DIRECTORY = fromRoot("pkg", "cjs");
const ENTRIES = ["slim", "kyc-slim", "guidance-slim", "lib/gate-error"];
/** The entries with types, and a module that has what each exports. */
const TYPES = {
  index: "inline.js",
  kyc: "kyc-inline.js",
  guidance: "guidance-inline.js",
  slim: "slim.js",
  "kyc-slim": "kyc-slim.js",
  "guidance-slim": "guidance-slim.js",
};

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
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [{ name: "gate-error", setup: shareGateError }],
    logLevel: "warning",
  });
  for (const [name, module] of Object.entries(TYPES)) {
    writeFileSync(join(made, `${name}.d.cts`), await typesOf(name, module));
  }
  cpSync(fromRoot("pkg", "wasm.d.ts"), join(made, "wasm.d.cts"));
  rmSync(DIRECTORY, { recursive: true, force: true });
  renameSync(made, DIRECTORY);
}

/** Types for CommonJS: those of the modules, each value by its name. @param {string} name @param {string} module */
async function typesOf(name, module) {
  const from = `"../${name}.js" with { "resolution-mode": "import" }`;
  const exported = await import(pathToFileURL(fromRoot("pkg", module)).href);
  const values = Object.keys(exported).map((value) => {
    const type = /^[A-Z]/.test(value) ? `export type ${value} = esm.${value};\n` : "";
    return `export declare const ${value}: typeof esm.${value};\n${type}`;
  });
  return `import type * as esm from ${from};\n\nexport type * from ${from};\n${values.join("")}`;
}

/** @param {import("esbuild").PluginBuild} build */
function shareGateError(build) {
  build.onResolve({ filter: /\/gate-error\.js$/ }, ({ kind }) =>
    kind === "entry-point" ? undefined : { path: "./gate-error.cjs", external: true },
  );
}
