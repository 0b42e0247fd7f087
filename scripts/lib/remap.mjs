// Panic messages name source files, and the wasm carries them. What is published must not depend on where, by whom, or
// through which mirror it was built.

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, sep } from "node:path";

/**
 * Flags for rustc, as CARGO_ENCODED_RUSTFLAGS wants them, that print these directories under other names; those of
 * cargo's downloads too.
 * @param {Record<string, string>} directories
 */
export function remapped(directories) {
  const home = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const sources = join(home, "registry", "src");
  const registries = existsSync(sources) ? readdirSync(sources) : [];
  // Of several that fit, rustc takes the last.
  const pairs = [[home, "/cargo"], ...registries.map((name) => [join(sources, name), "/crates"])];
  for (const [from, to] of Object.entries(directories))
    pairs.push([from.endsWith(sep) ? from.slice(0, -1) : from, to]);
  return pairs.map(([from, to]) => `--remap-path-prefix=${from}=${to}`).join("\x1f");
}
