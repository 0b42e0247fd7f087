// Vercel's edge runtime, with the bundle that Vercel's own tool makes for it: the conditions of that runtime, and every
// `….wasm?module` compiled beforehand and handed over as a global.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EdgeRuntime } from "edge-runtime";
import { build } from "esbuild";
import { program } from "../suite.js";
import { versionOf } from "../versions.js";

const MAIN = program(
  (outcome) => `
  addEventListener("fetch", (event) => event.respondWith(${outcome}.then((found) => Response.json(found))));
`,
);

export const rows = [
  {
    runtime: `Edge (edge-runtime ${versionOf("edge-runtime")})`,
    how: "`….wasm?module`",
    async run(project) {
      const modules = {};
      const directory = await project({ "main.mjs": MAIN });
      const bundle = await build({
        entryPoints: [join(directory, "main.mjs")],
        bundle: true,
        write: false,
        format: "iife",
        target: "es2022",
        conditions: ["edge-light", "import"],
        plugins: [{ name: "wasm-module", setup: (build) => compiled(build, modules) }],
      });
      if (Object.keys(modules).length !== 3) throw new Error("expected three wasms beside the bundle");
      const runtime = new EdgeRuntime({
        initialCode: bundle.outputFiles[0].text,
        extend: (context) => Object.assign(context, modules),
        // Compiling bytes is forbidden where this is deployed.
        codeGeneration: { strings: false, wasm: false },
      });
      return (await runtime.dispatchFetch("http://row/")).json();
    },
  },
];

function compiled(build, modules) {
  build.onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => ({
    path: join(resolveDir, path.replace("?module", "")),
    namespace: "wasm-module",
  }));
  build.onLoad({ filter: /./, namespace: "wasm-module" }, ({ path }) => {
    const name = `wasm_${Object.keys(modules).length}`;
    modules[name] = new WebAssembly.Module(readFileSync(path));
    return { contents: `export default globalThis.${name};` };
  });
}
