// The package's modules as they are published, in pkg/esm/: what an entry imports is in one file with it, and what several
// import is in a file that they share. So there is one GateError and one instance of each wasm, and a page or a cold
// start fetches four files in place of twenty.

import { basename } from "node:path";
import { bundled } from "./bundled.mjs";

const WAYS = ["inline", "workerd", "edge-light", "slim"];
/** @type {Record<string, string>} */
const LIBRARY = Object.fromEntries(
  ["", "kyc-", "guidance-"].flatMap((part) => WAYS.map((way) => [part + way, `${part}${way}.js`])),
);
/** They load the library when they need it, and have their own files apart. */
const BESIDE = {
  cli: "cli/main.js",
  element: "element.js",
  "element-class": "element/class.js",
  "element-render": "element/render.js",
};

/** Makes pkg/esm/ from what is in pkg/. It takes milliseconds, so nothing asks whether it is up to date. */
export function buildModules() {
  const options = { format: /** @type {const} */ ("esm"), splitting: true, chunkNames: "[name]-[hash]" };
  const external = ["node:*"];
  return bundled("esm", [
    {
      ...options,
      external,
      isRead: true,
      entries: LIBRARY,
      plugins: [outside("wasm", /_bg\.wasm(\?module)?$/, "../wasm/")],
    },
    { ...options, external, entries: BESIDE, plugins: [outside("library", /\/(kyc-)?inline\.js$/, "./")] },
  ]);
}

/** Leaves files where they are, or will be. @param {string} name @param {RegExp} filter @param {string} where */
function outside(name, filter, where) {
  return {
    name,
    /** @param {import("esbuild").PluginBuild} build */
    setup(build) {
      build.onResolve({ filter }, ({ path, kind }) =>
        kind === "entry-point" ? undefined : { path: where + basename(path), external: true },
      );
    },
  };
}
