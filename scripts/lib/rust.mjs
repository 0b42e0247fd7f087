// Which Rust compiles to wasm, and the environment that chooses it: the machine's own where it has the target,
// else one that setup made from Debian's packages (debian-rust.mjs).

import { existsSync } from "node:fs";
import { join } from "node:path";
import { debianRust, hasDebianRust, installDebianRust } from "./debian-rust.mjs";
import { ask, environment, onPath } from "./environment.mjs";
import { ROOT } from "./paths.mjs";
import { run } from "./run.mjs";
import { OLDEST_RUST, WASM_TARGET } from "./versions.mjs";

/** Long enough for 25 MB; without a network rustup waits for ever. */
const RUSTUP_SECONDS = 25;

/** Where the reader gets what is missing. */
const GET_RUST = `Install Rust ${OLDEST_RUST} or newer with rustup, https://rustup.rs, and run this again.`;

/** Throws unless the machine has a Rust that is new enough. */
export function requireRust() {
  if (onPath("cargo") === null) throw new Error(`There is no cargo on PATH. ${GET_RUST}`);
  const version = ask("rustc", ["--version"])?.match(/\d+\.\d+/)?.[0];
  if (version === undefined) throw new Error(`rustc does not run (try \`rustc --version\`). ${GET_RUST}`);
  if (Number(version.split(".")[1]) < Number(OLDEST_RUST.split(".")[1])) {
    throw new Error(
      `The machine's Rust is ${version}; this needs ${OLDEST_RUST}. Try \`rustup update stable\`. ${GET_RUST}`,
    );
  }
}

/** Whether some Rust here compiles to wasm. */
export function hasWasmTarget() {
  return hasDebianRust() || machineHasTarget();
}

/**
 * The environment of every command that compiles to wasm.
 * @param {import("./environment.mjs").Environment} [set] @param {string[]} [path] more directories for PATH
 */
export function wasmEnvironment(set = {}, path = []) {
  // Its compiler may differ from the host's: sharing one target directory would rebuild everything at each change.
  const own = { CARGO_TARGET_DIR: join(ROOT, "target", "wasm"), ...set };
  if (machineHasTarget()) return environment({ path, set: own });
  if (hasDebianRust()) return environment({ path: [debianRust().bin, ...path], set: own });
  throw new Error(`No Rust here compiles to ${WASM_TARGET}. Run \`npm run setup\`.`);
}

/** @param {import("./step.mjs").Say} say */
export async function installWasmTarget(say) {
  const refusals = [];
  if (onPath("rustup") !== null) {
    say(`rustup target add ${WASM_TARGET} (waits at most ${RUSTUP_SECONDS} s)`);
    try {
      await run("rustup", ["target", "add", WASM_TARGET], { env: process.env, timeout: RUSTUP_SECONDS, say });
      return;
    } catch (error) {
      refusals.push(/** @type {Error} */ (error).message);
      say("rustup does not deliver it; trying Debian's packages");
    }
  } else {
    refusals.push("There is no rustup on PATH.");
  }
  try {
    await installDebianRust(say);
  } catch (error) {
    refusals.push(/** @type {Error} */ (error).message);
    throw new Error(
      `No Rust here compiles to ${WASM_TARGET}.\n${refusals.join("\n")}\n` +
        `Run \`rustup target add ${WASM_TARGET}\` where there is a network. ${GET_RUST}`,
    );
  }
}

let machine = false;

function machineHasTarget() {
  if (!machine) {
    const directory = ask("rustc", ["--print", "target-libdir", "--target", WASM_TARGET]);
    machine = directory !== null && existsSync(directory);
  }
  return machine;
}
