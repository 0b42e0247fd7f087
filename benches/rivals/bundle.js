// esbuild's bundles: for what a browser is sent, and to run the contenders where no packages are installed.
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { fromRoot } from "../../scripts/lib/paths.mjs";

const HERE = fromRoot("benches", "rivals");

/** One module, as text. @param {string} source @param {"browser" | "workerd"} runtime @param {boolean} [minify] */
export async function bundled(source, runtime, minify = false) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: HERE },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify,
    platform: "browser",
    conditions: runtime === "workerd" ? ["workerd", "worker"] : ["browser"],
    define: { "process.env.ROUNDS": JSON.stringify(process.env.ROUNDS ?? "60") },
    plugins: runtime === "workerd" ? [{ name: "workerd", setup: asInWorkerd }] : [],
    logLevel: "error",
  });
  return outputFiles[0].text;
}

export const WASM = readFileSync(fromRoot("pkg", "wasm", "compliance_gate_bg.wasm"));

/** The package's own entry for Workers, whose wasm is a module beside the bundle. */
function asInWorkerd(build) {
  build.onResolve({ filter: /pkg\/esm\/inline\.js$/ }, () => ({
    path: fromRoot("pkg", "esm", "workerd.js"),
  }));
  build.onResolve({ filter: /\.wasm$/ }, () => ({ path: "./gate.wasm", external: true }));
}

/** Imports of contenders, and `prepares`: an array of label and `prepare`. */
export function importing(contenders) {
  const imports = contenders.map(
    ({ file }, at) => `import { prepare as p${at} } from "./contenders/${file}.js";`,
  );
  const pairs = contenders.map(({ label }, at) => `[${JSON.stringify(label)}, p${at}]`);
  return `${imports.join("\n")}\nconst prepares = [${pairs.join(", ")}];\n`;
}
