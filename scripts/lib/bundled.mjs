// A directory of pkg/ that is made from its modules.

import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LEGIBLE, named } from "./legible.mjs";
import { fromRoot, LOCAL } from "./paths.mjs";

/**
 * @typedef {Omit<import("esbuild").BuildOptions, "entryPoints"> & { entries: Record<string, string>, isRead?: boolean }} Bundle
 * what to bundle, by the name that each gets, and whether callers get to read it: see legible.mjs
 */

/**
 * Bundles entries of pkg/ into a directory there, which is replaced at once.
 * @param {string} name @param {Bundle[]} bundles @param {(made: string) => Promise<void>} [more] adds to what was made
 */
export async function bundled(name, bundles, more) {
  // Not before: other scripts import this file where nothing is installed yet.
  const esbuild = await import("esbuild");
  const made = join(LOCAL, `${name}-${process.pid}`);
  mkdirSync(made, { recursive: true });
  for (const { entries, isRead = false, plugins = [], ...options } of bundles) {
    await esbuild.build({
      entryPoints: Object.entries(entries).map(([out, path]) => ({ in: fromRoot("pkg", path), out })),
      outdir: made,
      bundle: true,
      target: "es2022",
      minify: true,
      // Modules are UTF-8, whatever a server says of them.
      charset: "utf8",
      logLevel: "warning",
      lineLimit: isRead ? LEGIBLE.lineLimit : undefined,
      plugins: isRead ? [LEGIBLE.plugin, ...plugins] : plugins,
      ...options,
    });
  }
  named(made);
  await more?.(made);
  const directory = fromRoot("pkg", name);
  rmSync(directory, { recursive: true, force: true });
  renameSync(made, directory);
}
