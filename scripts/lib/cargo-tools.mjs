// What only the wasm tests need, installed by cargo into the tools directory: wasm-pack, and wasm-bindgen's test runner.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { environment } from "./environment.mjs";
import { fromRoot, TOOLS } from "./paths.mjs";
import { run } from "./run.mjs";
import { WASM_BINDGEN, WASM_PACK } from "./versions.mjs";

/** @typedef {{ name: string, version: string, command: string, locked: boolean }} CargoTool */

/** @type {CargoTool} */
export const wasmPack = { name: "wasm-pack", version: WASM_PACK, command: "wasm-pack", locked: true };

/** Not locked: its lock file may name crates that a registry's mirror does not serve yet. @type {CargoTool} */
export const testRunner = {
  name: "wasm-bindgen-cli",
  version: WASM_BINDGEN,
  command: "wasm-bindgen-test-runner",
  locked: false,
};

/** The directory of a tool's commands. @param {CargoTool} tool */
export function binOf({ name, version }) {
  return join(TOOLS, `${name}-${version}`, "bin");
}

/** @param {CargoTool} tool */
export function hasTool(tool) {
  return existsSync(join(binOf(tool), process.platform === "win32" ? `${tool.command}.exe` : tool.command));
}

/** @param {CargoTool} tool @param {import("./step.mjs").Say} say */
export async function installTool(tool, say) {
  say(`cargo install ${tool.name} ${tool.version} (one to three minutes)`);
  const root = join(TOOLS, `${tool.name}-${tool.version}`);
  const args = ["install", tool.name, "--version", tool.version, "--root", root, "--force"];
  const set = {
    // One directory for both: what they share compiles once.
    CARGO_TARGET_DIR: fromRoot("target", "tools"),
    // They run for seconds: a short compilation matters more than a fast program.
    CARGO_PROFILE_RELEASE_OPT_LEVEL: "1",
    CARGO_PROFILE_RELEASE_LTO: "off",
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
  };
  await run("cargo", tool.locked ? [...args, "--locked"] : args, { env: environment({ set }), say });
}
