// The recipes in examples/element/ and the element itself, bundled as their users bundle them.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { LOCAL, ROOT } from "../../scripts/lib/paths.mjs";

const HERE = join(ROOT, "tests", "element");
/** React and Vue are beside the tests, and not beside the recipes. */
const nodePaths = [join(HERE, "node_modules")];

/** Bundles for the browser into a directory of the repository, and gives its path below it and each file's size. */
export async function forBrowser(name, source, options = {}) {
  const outdir = join(LOCAL, "element", name);
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    stdin: {
      contents: source,
      resolveDir: join(ROOT, "examples", "element"),
      sourcefile: "main.jsx",
      loader: "jsx",
    },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    conditions: ["browser"],
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    nodePaths,
    outdir,
    entryNames: "main",
    metafile: true,
    logLevel: "error",
    absWorkingDir: ROOT,
    ...options,
  });
  return { path: `/.local/element/${name}`, metafile };
}

/** Bundles for Node, as a server's framework does, and gives the file's path. */
export async function forNode(name, source) {
  const outfile = join(LOCAL, "element", `${name}-server.mjs`);
  await build({
    stdin: {
      contents: source,
      resolveDir: join(ROOT, "examples", "element"),
      sourcefile: "main.jsx",
      loader: "jsx",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    nodePaths,
    outfile,
    logLevel: "error",
    absWorkingDir: ROOT,
  });
  return outfile;
}

/** Starts a Worker of the repository as wrangler bundles and runs it. */
export async function startWorker(main, vars) {
  const directory = join(LOCAL, "element", "worker");
  mkdirSync(directory, { recursive: true });
  const config = join(directory, "wrangler.json");
  const settings = { name: "edge", main: join(ROOT, main), compatibility_date: "2026-08-15", vars };
  writeFileSync(config, JSON.stringify(settings));
  // There is nobody to ask where a request comes from.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
  const { unstable_startWorker: start } = await import("wrangler");
  const server = { hostname: "127.0.0.1", port: 0 };
  return start({ config, dev: { server, inspector: false, logLevel: "error", persist: false } });
}

/** Single-file components, as a bundler's plugin compiles them. */
export function singleFileComponents({ parse, compileScript }) {
  return {
    name: "vue",
    setup({ onLoad }) {
      onLoad({ filter: /\.vue$/ }, ({ path }) => {
        const { descriptor } = parse(readFileSync(path, "utf8"), { filename: path });
        const isCustomElement = (tag) => tag === "compliance-next-action";
        const { content } = compileScript(descriptor, {
          id: path,
          inlineTemplate: true,
          templateOptions: { compilerOptions: { isCustomElement } },
        });
        return { contents: content };
      });
    },
  };
}
