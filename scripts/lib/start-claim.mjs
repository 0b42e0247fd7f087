// The directory of one gate: two gates on one set of databases lock each other out of them.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { LOCAL, ROOT } from "./paths.mjs";
import { portIsFree } from "./port.mjs";

/** How long a gate that has claimed its directory may take until it answers. */
const STARTING_MS = 90_000;

/** The directory for what this gate keeps: the one that is asked for, else the usual one, or one beside who has that. */
export async function claimDirectory(host, port, env = process.env) {
  const directory = resolve(env.GATE_STATE || LOCAL);
  const other = await claim(host, port, directory);
  if (other === null) return directory;
  if (env.GATE_STATE) {
    throw new Error(
      `The gate on port ${other} keeps its data in ${directory}. Stop it, or name another directory in GATE_STATE.`,
    );
  }
  const own = join(directory, `port-${port}`);
  const third = await claim(host, port, own);
  if (third !== null) throw new Error(`The gate on port ${third} keeps its data in ${own}.`);
  console.log(
    `The gate on port ${other} is running; this one has data of its own, in ${relative(ROOT, own)}.`,
  );
  return own;
}

/** Null once the directory is this gate's; else the port of the gate whose it is. */
async function claim(host, port, directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "gate.claim");
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify({ pid: process.pid, port }), { flag: "wx" });
      process.once("exit", () => rmSync(path, { force: true }));
      return null;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const other = await holder(host, path);
    if (other !== null) return other;
    rmSync(path, { force: true });
  }
}

/** The port of the gate that claimed a directory; null where it no longer runs. */
async function holder(host, path) {
  try {
    const { pid, port } = JSON.parse(readFileSync(path, "utf8"));
    const isStarting = Date.now() - statSync(path).mtimeMs < STARTING_MS;
    return runs(pid) && (isStarting || !(await portIsFree(host, port))) ? port : null;
  } catch {
    return null; // gone meanwhile, or cut short
  }
}

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
