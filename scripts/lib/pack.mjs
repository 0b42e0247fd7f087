// The tarball that npm would publish, and empty projects that install it.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment } from "./environment.mjs";
import { fromRoot, LOCAL } from "./paths.mjs";
import { run } from "./run.mjs";

/** Beside which the runtimes, bundlers and frameworks are installed: what is in it finds them as any project its own. */
export const MATRIX = fromRoot("tests", "matrix");

/**
 * @typedef {object} Packed
 * @property {string} tarball its path
 * @property {string[]} files the paths in it, sorted
 * @property {number} size of the tarball, in bytes
 * @property {number} unpackedSize
 */

/** Packs what the suite `build` has built. @returns {Promise<Packed>} */
export async function pack() {
  const directory = join(LOCAL, "packed");
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const [{ filename, files, size, unpackedSize }] = JSON.parse(
    await npm(["pack", "--json", "--pack-destination", directory]),
  );
  const paths = files.map((/** @type {{ path: string }} */ { path }) => path).sort();
  return { tarball: join(directory, filename), files: paths, size, unpackedSize };
}

/**
 * Makes an empty project of these files, with the tarball as its one dependency, and gives its directory.
 * @param {string} tarball @param {string} name @param {Record<string, string>} [files] @param {"module" | "commonjs"} [type]
 */
export async function emptyProject(tarball, name, files = {}, type = "module") {
  const project = join(MATRIX, ".projects", name);
  rmSync(project, { recursive: true, force: true });
  write(project, {
    "package.json": `${JSON.stringify({ name: `empty-${name}`, private: true, type })}\n`,
    ...files,
  });
  await npm(["install", "--offline", "--no-audit", "--no-fund", tarball], project);
  return project;
}

/** @param {string} directory @param {Record<string, string>} files */
export function write(directory, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** npm's own notes go elsewhere. @param {string[]} args @param {string} [cwd] */
function npm(args, cwd) {
  return run("npm", [...args, "--ignore-scripts", "--silent"], { cwd, env: environment() });
}
