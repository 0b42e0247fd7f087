// The generator of the wasm's JavaScript glue: tools/bindgen, a few lines over wasm-bindgen's library. It compiles in a
// fraction of the time of the whole command line, which only the wasm tests need.

import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { environment } from "./environment.mjs";
import { hashOf } from "./hash.mjs";
import { fromRoot, TOOLS } from "./paths.mjs";
import { run } from "./run.mjs";
import { BINDGEN } from "./versions.mjs";

const FILE = process.platform === "win32" ? "bindgen.exe" : "bindgen";

/** The program; its directory's name carries what it was built from. */
export function bindgen() {
  const inputs = hashOf(["tools/bindgen/Cargo.toml", "tools/bindgen/Cargo.lock", "tools/bindgen/src"]);
  return join(TOOLS, `bindgen-${BINDGEN}-${inputs.slice(0, 8)}`, FILE);
}

export function hasBindgen() {
  return existsSync(bindgen());
}

/** @param {import("./step.mjs").Say} say */
export async function buildBindgen(say) {
  say("compiling tools/bindgen (about half a minute)");
  const target = fromRoot("target", "bindgen");
  const args = ["build", "--locked", "--manifest-path", fromRoot("tools", "bindgen", "Cargo.toml")];
  await run("cargo", args, { env: environment({ set: { CARGO_TARGET_DIR: target } }), say });
  const program = bindgen();
  mkdirSync(join(program, ".."), { recursive: true });
  copyFileSync(join(target, "debug", FILE), `${program}.partial`);
  renameSync(`${program}.partial`, program);
}
