// The npm packages, one of which is the Node that everything else runs under.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fromRoot } from "./paths.mjs";
import { run } from "./run.mjs";

const LOCK = fromRoot("package-lock.json");
/** npm's own record of what it installed. */
const INSTALLED = fromRoot("node_modules", ".package-lock.json");
const STAMP = fromRoot("node_modules", ".compliance-gate-lock");

/** Whether node_modules is what package-lock.json says. */
export function hasPackages() {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lockHash()) return true;
  // Somebody ran `npm ci` or `npm install` by hand after the lock file was written.
  if (statSync(INSTALLED).mtimeMs < statSync(LOCK).mtimeMs) return false;
  writeFileSync(STAMP, lockHash());
  return true;
}

/** @param {import("./step.mjs").Say} say */
export async function installPackages(say) {
  say("npm ci");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { env: process.env, say });
  writeFileSync(STAMP, lockHash());
}

function lockHash() {
  return createHash("sha256").update(readFileSync(LOCK)).digest("hex");
}
