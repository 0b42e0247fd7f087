// Runs wrangler for `npm start`: migrates, starts, watches and stops the gate.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, nodeBinary } from "./environment.mjs";
import { fromRoot, ROOT } from "./paths.mjs";
import { run } from "./run.mjs";

const CONFIG = fromRoot("worker", "wrangler.jsonc");
const DATABASE = "compliance-gate-index";
const MIGRATIONS = fromRoot("worker", "migrations");
// The command itself, not its launcher in .bin: a signal then reaches the process that stops the runtime.
const WRANGLER = fromRoot("node_modules", "wrangler", "wrangler-dist", "cli.js");
const ENDS_WITH = fromRoot("scripts", "lib", "ends-with.mjs");
const UP_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;
const OUTPUT_KEPT = 200;
const HEALTH_POLL = /GET \/healthz \d/;

/** Applies the migrations of the index, once per content. */
export async function applyMigrations(directory) {
  const hash = createHash("sha256");
  for (const name of readdirSync(MIGRATIONS).sort())
    hash.update(`${name}\0`).update(readFileSync(join(MIGRATIONS, name)));
  const digest = hash.digest("hex");
  const state = join(directory, "state");
  const stamp = join(state, "migrations.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  console.log("Preparing the database …");
  mkdirSync(state, { recursive: true });
  const args = ["d1", "migrations", "apply", DATABASE, "-c", CONFIG, "--local", "--persist-to", state];
  await run(node(), [WRANGLER, ...args], { env: quiet(directory) });
  writeFileSync(stamp, digest);
}

export function runGate({ host, port, settings }) {
  const args = [
    "--import",
    pathToFileURL(ENDS_WITH).href,
    WRANGLER,
    "dev",
    "-c",
    CONFIG,
    "--ip",
    host,
    "--port",
    String(port),
    "--inspector-port",
    "0",
    "--persist-to",
    join(settings.directory, "state"),
    "--env-file",
    settings.envFile,
    "--show-interactive-dev-session=false",
  ];
  // In this process's group, so that Ctrl-C and a kill of the group reach everything.
  const child = spawn(node(), args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: quiet(settings.directory),
  });
  const lines = [];
  let following = false;
  let stopping = false;
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop();
      for (const line of parts) {
        if (HEALTH_POLL.test(line)) continue;
        lines.push(line);
        if (lines.length > OUTPUT_KEPT) lines.shift();
        if (following) show(line);
      }
    });
  }
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    ended,
    output: () => lines.join("\n"),
    follow: () => {
      following = true;
    },
    stop: async () => {
      if (!stopping) {
        stopping = true;
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS).unref();
      }
      await ended;
    },
  };
}

/** Null once the gate says that it can take deliveries, else why it does not: at once where waiting cannot help. */
export async function healthy(url) {
  let last = "no answer";
  for (const until = Date.now() + UP_LIMIT_MS; Date.now() < until; ) {
    try {
      const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
      const { status } = await response.json();
      if (response.ok && status === "ok") return null;
      last = `/healthz answered ${response.status} ${status}`;
      if (status === "not_configured") return last;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return last;
}

/** Shows the gate's own lines, shortened, and wrangler's errors; the rest of wrangler's talk is dropped. */
function show(line) {
  const at = line.indexOf('{"level":');
  if (at >= 0) {
    try {
      const { level, code, ...rest } = JSON.parse(line.slice(at, line.lastIndexOf("}") + 1));
      const details = Object.entries(rest).map(([name, value]) => `${name}=${value}`);
      console.log(
        `  ${new Date().toISOString().slice(11, 19)}  ${level.padEnd(5)} ${code}  ${details.join(" ")}`,
      );
      return;
    } catch {
      // not one of ours after all
    }
  }
  if (/\bERROR\b|Error:|^\s+at /.test(line)) console.error(line);
}

/** On Windows the pinned Node is behind a .cmd file; there the Node that runs this is it, npm having put it first. */
function node() {
  return process.platform === "win32" ? process.execPath : nodeBinary();
}

/** No metrics, no look-ups, and nothing written outside the gate's directory. */
function quiet(directory) {
  const set = {
    NO_COLOR: "1",
    FORCE_COLOR: "0",
    CI: "1", // asks nothing
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_WRITE_LOGS: "false",
    WRANGLER_REGISTRY_PATH: join(directory, "registry"),
    WRANGLER_CACHE_DIR: join(directory, "cache"),
  };
  return environment({ set });
}
