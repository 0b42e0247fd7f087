// What the matrix runs, as it is pinned.

import { readFileSync } from "node:fs";
import { fromRoot } from "../../scripts/lib/paths.mjs";

const PINNED = [fromRoot("tests", "matrix", "package.json"), fromRoot("package.json")].map(
  (path) => JSON.parse(readFileSync(path, "utf8")).devDependencies,
);

/** The version of a package, of the matrix's own or else of the repository's. */
export function versionOf(name) {
  const version = PINNED.map((versions) => versions[name]).find((found) => found !== undefined);
  if (version === undefined) throw new Error(`nothing pins ${name}`);
  return version;
}
