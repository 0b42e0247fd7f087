// Where things are.

import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Tools that setup builds. Several clones can share one directory: its entries carry their versions. */
export const TOOLS = resolve(ROOT, process.env.COMPLIANCE_GATE_TOOLS || ".tools");

/** Scratch files: whatever a script needs to keep and nobody needs to read. */
export const LOCAL = join(ROOT, ".local");

/** The npm packages' commands; its `node` is the one pinned in package.json. */
export const NODE_BIN = join(ROOT, "node_modules", ".bin");

/** A path inside the repository. @param {string[]} parts */
export function fromRoot(...parts) {
  return join(ROOT, ...parts);
}
