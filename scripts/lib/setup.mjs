// All set-up, on a machine where nothing but Node and Rust is installed. What is there already is not done again.

import { buildBindgen, hasBindgen } from "./bindgen.mjs";
import { hasBrowser, installBrowser } from "./browser.mjs";
import { hasTool, installTool, testRunner, wasmPack } from "./cargo-tools.mjs";
import { hasPackages, installPackages } from "./npm.mjs";
import { hasWasmTarget, installWasmTarget, requireRust } from "./rust.mjs";
import { step } from "./step.mjs";

/** @typedef {"start" | "test"} Level what the set-up is for: starting the gate, or every test */

/**
 * Sets up and says so. The steps of a level need nothing from each other, so they run at the same time: one waits for
 * a network while another compiles. Where a step fails, the others finish first, and its error is thrown.
 * @param {Level} level
 */
export async function setUp(level) {
  console.log(`setup for ${level === "start" ? "starting" : "tests"}`);
  requireRust();
  const start = [
    step("npm packages", hasPackages, installPackages),
    step("wasm target", hasWasmTarget, installWasmTarget),
    step("wasm-bindgen", hasBindgen, buildBindgen),
  ];
  await finish(
    level === "start" ? start : [...start, step("browser", hasBrowser, installBrowser), cargoTools(start[2])],
  );
}

/** One after the other, sharing what they compile. @param {Promise<unknown>} before */
async function cargoTools(before) {
  await before;
  for (const tool of [testRunner, wasmPack]) {
    await step(
      tool.name,
      () => hasTool(tool),
      (say) => installTool(tool, say),
    );
  }
}

/** @param {Promise<unknown>[]} steps */
async function finish(steps) {
  for (const result of await Promise.allSettled(steps)) {
    if (result.status === "rejected") throw result.reason;
  }
}
