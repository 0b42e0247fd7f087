// A gate of the test's own: started as a person starts it, on a free port, with state of its own.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const UP_LIMIT_MS = 300_000; // a first start may have to compile

/** A directory for the state of one test file. */
export function stateDirectory() {
  const path = mkdtempSync(join(tmpdir(), "compliance-gate-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Runs `npm start`; resolves once its banner is there. */
export async function startGate({ state, port, env = {} }) {
  port ??= await freePort();
  const child = launch({ ...env, PORT: String(port), GATE_STATE: state });
  await until(
    () => child.output().includes("Ctrl-C stops it.") || child.code() !== null,
    UP_LIMIT_MS,
    () => child.output(),
  );
  if (child.code() !== null) throw new Error(`npm start ended with ${child.code()}\n${child.output()}`);
  const banner = child.output();
  return {
    ...child,
    port,
    url: `http://127.0.0.1:${port}`,
    page: /^ +page +(\S+)/m.exec(banner)[1],
    token: /^ +token +(\S+)/m.exec(banner)[1],
    curl: /^ +(curl .*)$/m.exec(banner)[1],
  };
}

/** `npm start`, in a process group of its own. */
export function launch(env) {
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let code = null;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = new Promise((resolve) => {
    child.once("close", (status, signal) => {
      code = status ?? signal;
      resolve(code);
    });
  });
  return {
    output: () => output,
    code: () => code,
    ended,
    /** As Ctrl-C does: to everything at once. Resolves when nothing of it runs any more. */
    stop: () => end(child, "SIGINT", ended),
    /** As a service manager does: to `npm` alone. */
    terminate: async () => {
      child.kill("SIGTERM");
      await ended;
      await until(
        () => !alive(child.pid),
        15_000,
        () => "processes are left over",
      );
    },
    /** No warning, no clean-up. */
    kill: () => end(child, "SIGKILL", ended),
    /** The same for the runtime alone. */
    killRuntime: () => runtimes(child.pid).map((pid) => process.kill(pid, "SIGKILL")).length,
  };
}

async function end(child, signal, ended) {
  if (alive(child.pid)) process.kill(-child.pid, signal);
  await ended;
  await until(
    () => !alive(child.pid),
    15_000,
    () => "processes are left over",
  );
}

/** Whether any process of the group is left. */
function alive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** The processes of a group that are the runtime's. */
function runtimes(group) {
  const processes = existsSync("/proc/self/stat")
    ? readdirSync("/proc").flatMap((pid) => (/^\d+$/.test(pid) ? stat(pid) : []))
    : execFileSync("ps", ["-A", "-o", "pid=,pgid=,comm="], { encoding: "utf8" })
        .split("\n")
        .map((line) => line.trim().split(/\s+/, 3));
  return processes
    .filter(([, itsGroup, name]) => Number(itsGroup) === group && name?.includes("workerd"))
    .map(([pid]) => Number(pid));
}

/** Pid, group and name of a process that may be gone by now. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const behind = text.lastIndexOf(")");
    return [[pid, text.slice(behind + 2).split(" ")[2], text.slice(text.indexOf("(") + 1, behind)]];
  } catch {
    return [];
  }
}

/** Waits until `look` gives something, for a limited time. */
export async function until(look, limit = 20_000, describe = () => "") {
  for (const deadline = Date.now() + limit; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited ${limit} ms in vain. ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
