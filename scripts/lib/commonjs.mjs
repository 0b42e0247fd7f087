// The package for CommonJS: the modules of pkg/ as one file for each entry, and its types under the ending that tells
// TypeScript so. They share one GateError and one instance of each wasm, as the modules do.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundled } from "./bundled.mjs";
import { fromRoot } from "./paths.mjs";

const ENTRIES = {
  slim: "slim.js",
  "kyc-slim": "kyc-slim.js",
  "guidance-slim": "guidance-slim.js",
  "gate-error": "lib/gate-error.js",
};
/** The entries with types, and a module that has what each exports. */
const TYPES = { index: "inline.js", kyc: "kyc-inline.js", guidance: "guidance-inline.js" };
/** What each `slim` is without `init`. */
const SLIM = { slim: "index", "kyc-slim": "kyc", "guidance-slim": "guidance" };

/** Makes pkg/cjs/ from what is in pkg/. It takes milliseconds, so nothing asks whether it is up to date. */
export function buildCommonJs() {
  return bundled(
    "cjs",
    [
      {
        entries: ENTRIES,
        outExtension: { ".js": ".cjs" },
        format: "cjs",
        external: ["node:*"],
        // Test environments of jsdom lack what Node has.
        inject: [fromRoot("scripts", "lib", "node-text.mjs")],
        isRead: true,
        plugins: [{ name: "shared", setup: share }],
      },
    ],
    writeTypes,
  );
}

/** @param {string} made the directory */
async function writeTypes(made) {
  for (const [name, module] of Object.entries(TYPES)) {
    const exported = await import(pathToFileURL(fromRoot("pkg", module)).href);
    const values = Object.keys(exported).map(typed);
    writeFileSync(join(made, `${name}.d.cts`), types(name, `export type * from ${from(name)};`, values));
  }
  for (const [name, whole] of Object.entries(SLIM)) {
    const values = [typed("init"), "export type Wasm = esm.Wasm;\n"];
    writeFileSync(join(made, `${name}.d.cts`), types(name, `export * from "./${whole}.cjs";`, values));
  }
  cpSync(fromRoot("pkg", "wasm.d.ts"), join(made, "wasm.d.cts"));
}

/** Types for CommonJS: others, and values of the module. @param {string} name @param {string} others @param {string[]} values */
function types(name, others, values) {
  return `import type * as esm from ${from(name)};\n\n${others}\n${values.join("")}`;
}

/** Where a module's types are. @param {string} name */
function from(name) {
  return `"../${name}.js" with { "resolution-mode": "import" }`;
}

/** A value that a module exports. @param {string} value */
function typed(value) {
  const type = /^[A-Z]/.test(value) ? `export type ${value} = esm.${value};\n` : "";
  return `export declare const ${value}: typeof esm.${value};\n${type}`;
}

/** What two files need is required from one. @param {import("esbuild").PluginBuild} build */
function share(build) {
  build.onResolve({ filter: /\/gate-error\.js$/ }, ({ kind }) =>
    kind === "entry-point" ? undefined : { path: "./gate-error.cjs", external: true },
  );
  build.onResolve({ filter: /\/kyc-(api|core)\.js$/ }, ({ importer }) =>
    /(guidance-slim|\/init)\.js$/.test(importer) ? { path: "./kyc-slim.cjs", external: true } : undefined,
  );
}
