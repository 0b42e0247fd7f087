// The version of every tool that setup fetches, in one place. A changed version fetches that tool again.
// npm's tools are pinned in package.json, and wasm-bindgen's version is the crate's in Cargo.toml.

import { readFileSync } from "node:fs";
import { fromRoot } from "./paths.mjs";

/** wasm-pack, which runs the wasm tests of tests/wasm_*.rs. */
export const WASM_PACK = "0.15.1";

/** The packages Debian builds its own browsers' wasm with: the fallback where rustup cannot add a target. */
export const DEBIAN_RUST = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];

/** Debian's Chromium, for tests where no Chrome is installed. */
export const DEBIAN_CHROMIUM = ["chromium", "chromium-driver"];

/** The compilation target. */
export const WASM_TARGET = "wasm32-unknown-unknown";

/** The version of the crate `wasm-bindgen`; its glue generator and its test runner must be the same. */
export const WASM_BINDGEN = inManifest("Cargo.toml", /^wasm-bindgen = "=([\d.]+)"$/m);

/** The oldest Rust that compiles the crate. */
export const OLDEST_RUST = inManifest("Cargo.toml", /^rust-version = "([\d.]+)"$/m);

/** The version of the glue generator that tools/bindgen is built from. */
export const BINDGEN = inManifest("tools/bindgen/Cargo.toml", /^wasm-bindgen-cli-support = "=([\d.]+)"$/m);

if (BINDGEN !== WASM_BINDGEN) {
  throw new Error(
    `tools/bindgen/Cargo.toml pins ${BINDGEN} and Cargo.toml pins wasm-bindgen ${WASM_BINDGEN}: make them equal`,
  );
}

/** @param {string} path @param {RegExp} pattern */
function inManifest(path, pattern) {
  const version = pattern.exec(readFileSync(fromRoot(path), "utf8"))?.[1];
  if (version === undefined) throw new Error(`${path} has no line like ${pattern}`);
  return version;
}
