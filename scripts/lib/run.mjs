// Child processes: quiet ones with a heartbeat for setup, streaming ones for builds and tests.

import { spawn } from "node:child_process";
import { environment } from "./environment.mjs";
import { ROOT } from "./paths.mjs";

/**
 * @typedef {object} Options
 * @property {string} [cwd] the repository by default
 * @property {import("./environment.mjs").Environment} [env] `environment()` by default
 * @property {number} [timeout] in seconds; the process is killed after it
 */

/**
 * Runs a command whose output the reader should see; returns its exit code. `tee` gets its output too.
 * @param {string} command @param {string[]} args
 * @param {Options & { tee?: (text: string) => void }} [options] @returns {Promise<number>}
 */
export function stream(command, args, { tee, ...options } = {}) {
  return new Promise((resolve) => {
    const output = tee ? "pipe" : "inherit";
    const child = start(command, args, options, ["ignore", output, output]);
    const pass = (/** @type {NodeJS.WriteStream} */ to) => (/** @type {string} */ text) => {
      to.write(text);
      tee?.(text);
    };
    child.stdout?.setEncoding("utf8").on("data", pass(process.stdout));
    child.stderr?.setEncoding("utf8").on("data", pass(process.stderr));
    child.on("error", (error) => {
      console.error(missing(command, error));
      resolve(127);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command quietly. Resolves with its output; rejects with the end of it where the command fails.
 * `say` gets the newest line every ten seconds, so that a long step does not look dead.
 * @param {string} command @param {string[]} args
 * @param {Options & { say?: (line: string) => void }} [options] @returns {Promise<string>}
 */
export function run(command, args, { timeout, say, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options, ["ignore", "pipe", "pipe"]);
    let output = "";
    let expired = false;
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const beat = setInterval(() => say?.(lastLine(output)), 10_000);
    const expiry = setTimeout(
      () => {
        expired = true;
        child.kill("SIGKILL");
      },
      (timeout ?? 3600) * 1000,
    );
    const end = () => {
      clearInterval(beat);
      clearTimeout(expiry);
    };
    child.on("error", (error) => {
      end();
      reject(new Error(missing(command, error)));
    });
    child.on("close", (code) => {
      end();
      if (code === 0) return resolve(output);
      const why = expired ? `gave no answer within ${timeout} s` : `failed (exit code ${code})`;
      reject(new Error(`${[command, ...args].join(" ")} ${why}\n${tail(output)}`.trimEnd()));
    });
  });
}

/**
 * @param {string} command @param {string[]} args @param {Options} options
 * @param {import("node:child_process").StdioOptions} stdio
 */
function start(command, args, { cwd = ROOT, env = environment() }, stdio) {
  // Windows starts npm and the commands in node_modules/.bin through .cmd files, which only a shell can.
  const shell = process.platform === "win32" && !command.endsWith(".exe");
  return spawn(command, args, { cwd, env, shell, stdio });
}

/** The newest line, without the path that cargo puts after a crate's name. @param {string} output */
function lastLine(output) {
  const line =
    output
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? "";
  return line.replace(/ \(.*/, "").trim().slice(0, 100) || "still at it";
}

/** @param {string} output */
function tail(output) {
  return output.trimEnd().split("\n").slice(-25).join("\n");
}

/** @param {string} command @param {Error} error */
function missing(command, error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT"
    ? `the command ${command} is not on PATH`
    : `${command}: ${error.message}`;
}
