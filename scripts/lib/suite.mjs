// What the scripts in scripts/suites/ are written in: commands to run, and files that must be there.

import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { environment, nodeBinary } from "./environment.mjs";
import { fromRoot, NODE_BIN, ROOT } from "./paths.mjs";
import { stream } from "./run.mjs";
import { fail } from "./step.mjs";

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {string[]} args
 * @property {import("./environment.mjs").Environment} [env]
 * @property {(output: string) => string | null} [check] what is wrong with the output of a command that succeeded
 */

/**
 * Runs a suite's commands: all of them, in order, also after a failure. Sets the exit code.
 * @param {() => (Command | (() => Promise<void>))[]} commands
 */
export async function suite(commands) {
  try {
    for (const command of commands()) {
      if (typeof command === "function") await command().catch(fail);
      else await show(command);
    }
  } catch (error) {
    fail(error);
  }
}

/** cargo with the machine's own Rust. @param {string[]} args @param {import("./environment.mjs").Environment} [set] */
export function cargo(args, set) {
  return { command: "cargo", args, env: environment({ set }) };
}

/** Other people's vectors, out of the pinned dependencies; tests read them. @returns {Command} */
export function externalVectors() {
  return { command: nodeBinary(), args: ["scripts/vectors.mjs", "--external"] };
}

/** A command of an npm package. @param {string} name @param {string[]} args @returns {Command} */
export function npmCommand(name, args) {
  return { command: join(NODE_BIN, name), args };
}

/** Node's test runner over files. @param {string} node @param {string[]} files @param {import("./environment.mjs").Environment} [set] */
export function nodeTest(node, files, set) {
  return { command: node, args: ["--test", "--test-reporter=spec", ...files], env: environment({ set }) };
}

/**
 * The files of a directory with that ending. None is an error: a suite without tests must not pass.
 * @param {string} directory inside the repository @param {RegExp} name
 */
export function testFiles(directory, name) {
  const path = fromRoot(directory);
  const files = existsSync(path) ? readdirSync(path).filter((file) => name.test(file)) : [];
  if (files.length === 0)
    throw new Error(`there are no tests: no file in ${directory}/ is named like ${name}`);
  return files.sort().map((file) => `${directory}/${file}`);
}

/** @param {Command} command */
async function show({ command, args, env, check }) {
  console.log(
    `$ ${[command.startsWith(ROOT) ? relative(ROOT, command) : basename(command), ...args].join(" ")}`,
  );
  let output = "";
  const code = await stream(command, args, { env, tee: check && ((text) => (output += text)) });
  const wrong = code === 0 ? check?.(output) : null;
  if (wrong) fail(wrong);
  if (code !== 0) process.exitCode = 1;
}
