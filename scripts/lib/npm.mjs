// The npm packages, one of which is the Node that everything else runs under; and those of a project inside the
// repository that has a lock file of its own, because only some tests need them.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** Whether node_modules is what package-lock.json says. */
export function hasPackages(directory = ROOT) {
  const lock = join(directory, "package-lock.json");
  const installed = join(directory, "node_modules", ".package-lock.json"); // npm's own record of what it installed
  if (!existsSync(installed)) return false;
  if (existsSync(stampOf(directory)) && readFileSync(stampOf(directory), "utf8") === lockHash(directory)) {
    return true;
  }
  // Somebody ran `npm ci` or `npm install` by hand after the lock file was written.
  if (statSync(installed).mtimeMs < statSync(lock).mtimeMs) return false;
  writeFileSync(stampOf(directory), lockHash(directory));
  return true;
}

/** @param {import("./step.mjs").Say} say @param {string} [directory] */
export async function installPackages(say, directory = ROOT) {
  say("npm ci");
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", args, { cwd: directory, env: process.env, say });
  writeFileSync(stampOf(directory), lockHash(directory));
}

/** Installs the packages of a project inside the repository, unless they are there. @param {string} name @param {string} directory */
export function nestedPackages(name, directory) {
  return step(
    name,
    () => hasPackages(directory),
    (say) => installPackages(say, directory),
  );
}

/** @param {string} directory */
function stampOf(directory) {
  return join(directory, "node_modules", ".compliance-gate-lock");
}

/** @param {string} directory */
function lockHash(directory) {
  return createHash("sha256")
    .update(readFileSync(join(directory, "package-lock.json")))
    .digest("hex");
}
