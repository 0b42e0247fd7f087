// One hash over files, to know whether what was made from them is still good.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fromRoot } from "./paths.mjs";

/** The hash of these files, and of all files under these directories. @param {string[]} paths inside the repository */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder)) {
    const bytes = readFileSync(fromRoot(path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(fromRoot(path))) return [];
  if (!statSync(fromRoot(path)).isDirectory()) return [path];
  const names = readdirSync(fromRoot(path)).sort();
  return names.flatMap((name) => filesUnder(`${path}/${name}`));
}
