// What a browser is sent, and what an installation puts on the disk.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "../../scripts/lib/pack.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { bundled } from "./bundle.js";
import { CONTENDERS } from "./contenders.js";

const HERE = fromRoot("benches", "rivals");

/** Label and bytes: the contender bundled by esbuild for browsers, minified and gzipped. */
export async function shipped() {
  const sizes = [];
  for (const { label, file, onlyNode } of CONTENDERS) {
    if (onlyNode) continue;
    const source = `export { prepare } from "./contenders/${file}.js";`;
    sizes.push([label, gzipSync(await bundled(source, "browser", true), { level: 9 }).length]);
  }
  return sizes;
}

/** Label and bytes: the files of the package and of all it depends on. */
export async function installed() {
  const { packages } = JSON.parse(readFileSync(join(HERE, "package-lock.json"), "utf8"));
  const { unpackedSize } = await pack();
  return CONTENDERS.filter(({ installs }) => installs).map(({ label, installs }) => {
    if (installs === "compliance-gate") return [label, unpackedSize];
    const needed = new Set([`node_modules/${installs}`]);
    for (const path of needed) {
      for (const name of Object.keys(packages[path].dependencies ?? {})) needed.add(`node_modules/${name}`);
    }
    return [label, [...needed].reduce((sum, path) => sum + sizeOf(join(HERE, path)), 0)];
  });
}

function sizeOf(path) {
  const { size } = lstatSync(path);
  if (!lstatSync(path).isDirectory()) return size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
