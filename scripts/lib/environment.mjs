// The environment of child processes: the same for people and CI, whatever started the script.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { NODE_BIN } from "./paths.mjs";

/** @typedef {Record<string, string | undefined>} Environment */

const PATH = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";

/**
 * The environment for everything after `npm ci`: the pinned Node comes first, and nothing phones home.
 * @param {{ path?: string[], set?: Environment }} [more] directories to put first on PATH, and variables
 * @returns {Environment}
 */
export function environment({ path = [], set = {} } = {}) {
  /** @type {Environment} */
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", DO_NOT_TRACK: "1", ...set };
  // It decides what vitest and wrangler bundle, and is often left over in a shell.
  delete env.NODE_ENV;
  env[PATH] = [...path, NODE_BIN, process.env[PATH]].join(delimiter);
  return env;
}

/** The pinned Node where `npm ci` has run, else the one running this. */
export function nodeBinary() {
  const pinned = join(NODE_BIN, process.platform === "win32" ? "node.cmd" : "node");
  return existsSync(pinned) ? pinned : process.execPath;
}

/** The Node the machine has outside this repository's node_modules, or null. */
export function machineNode() {
  const named = process.env.npm_node_execpath;
  if (named !== undefined && !inNodeModules(named)) return named;
  return onPath("node");
}

/** The pinned Node, and the machine's where that is another major version that the package supports. */
export function nodes() {
  const pinned = nodeBinary();
  const found = [{ node: pinned, major: major(pinned) }];
  const machine = machineNode();
  if (machine !== null && major(machine) >= 20 && major(machine) !== found[0].major) {
    found.push({ node: machine, major: major(machine) });
  }
  return found;
}

/** @param {string} node */
function major(node) {
  return Number(ask(node, ["--version"])?.match(/\d+/)?.[0] ?? 0);
}

/** The first file of that name on PATH, leaving out node_modules; null where there is none. @param {string} name */
export function onPath(name) {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  for (const directory of (process.env[PATH] ?? "").split(delimiter)) {
    if (directory !== "" && !inNodeModules(directory) && existsSync(join(directory, file))) {
      return join(directory, file);
    }
  }
  return null;
}

/**
 * What a short command prints, or null where it fails or does not exist.
 * @param {string} command @param {string[]} args @param {Environment} [env]
 */
export function ask(command, args, env = process.env) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", env, timeout: 20_000 });
  return status === 0 ? stdout.trim() : null;
}

/** @param {string} path */
function inNodeModules(path) {
  return path.split(sep).includes("node_modules");
}
