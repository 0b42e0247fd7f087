// Compiles the Rust core to the three files of the npm package: the glue, the wasm, and the wasm as text for runtimes
// that load no files. Does nothing where they are up to date.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bindgen } from "./bindgen.mjs";
import { hashOf } from "./hash.mjs";
import { fromRoot, LOCAL, NODE_BIN, ROOT } from "./paths.mjs";
import { remapped } from "./remap.mjs";
import { wasmEnvironment } from "./rust.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";
import { WASM_TARGET } from "./versions.mjs";

const GLUE = "compliance_gate.js";
const WASM = "compliance_gate_bg.wasm";
const INLINE = "compliance_gate_inline.js";
/** What the files were made from. */
const STAMP = ".inputs";

const INPUTS = ["src", "Cargo.toml", "Cargo.lock", "tools/bindgen/Cargo.lock", "tools/bindgen/src"];
const BUILDERS = ["scripts/lib/build.mjs", "scripts/lib/versions.mjs", "package.json"];

/** rustc's own defaults for the target, and what RUST_FEATURES adds; wasm-opt assumes less unless it is told. */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
];

/** sha2 hashes a fifth faster with vectors of 128 bits, which every runtime since 2021 has (Safari since 16.4). */
const RUST_FEATURES = "-Ctarget-feature=+simd128";

/** @typedef {{ conformance?: boolean }} Variant with `conformance`, the bare HMAC and hash are exported too */

/** Where a variant's three files are. Only the published one is in the package. @param {Variant} [variant] */
export function outputDirectory({ conformance = false } = {}) {
  return conformance ? join(LOCAL, "conformance") : fromRoot("pkg", "wasm");
}

/** Builds a variant unless nothing it is made from has changed. @param {Variant} [variant] */
export async function build(variant = {}) {
  const output = outputDirectory(variant);
  const inputs = hashOf([...INPUTS, ...BUILDERS]);
  const upToDate = () =>
    [GLUE, WASM, INLINE].every((name) => existsSync(join(output, name))) && stamp(output) === inputs;
  await step(variant.conformance ? "wasm, conformance" : "wasm", upToDate, async (say) => {
    const files = await make(variant, say);
    mkdirSync(output, { recursive: true });
    for (const name of [GLUE, WASM, INLINE]) renameSync(join(files, name), join(output, name));
    rmSync(files, { recursive: true });
    writeFileSync(join(output, STAMP), inputs);
  });
}

/** @param {Variant} variant @param {import("./step.mjs").Say} say @returns {Promise<string>} a directory with the files */
async function make({ conformance = false }, say) {
  const files = join(LOCAL, `build-${process.pid}`);
  mkdirSync(files, { recursive: true });
  const flags = [RUST_FEATURES, remapped({ [join(ROOT, ".")]: "/gate" })];
  const env = wasmEnvironment({ CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") });
  say("cargo build");
  const args = ["build", "--release", "--locked", "--lib", "--target", WASM_TARGET];
  await run("cargo", conformance ? [...args, "--features", "conformance"] : args, { env, say });
  say("wasm-bindgen");
  const compiled = join(String(env.CARGO_TARGET_DIR), WASM_TARGET, "release", "compliance_gate.wasm");
  await run(bindgen(), [compiled, files]);
  // It is generated, and untyped.
  writeFileSync(join(files, GLUE), `// @ts-nocheck\n${readFileSync(join(files, GLUE), "utf8")}`);
  say("wasm-opt");
  await optimise(join(files, WASM), say);
  const wasm = readFileSync(join(files, WASM));
  writeFileSync(join(files, INLINE), `export const wasm = "${wasm.toString("base64")}";\n`);
  say(`${wasm.length} bytes of wasm`);
  return files;
}

/** @param {string} file @param {import("./step.mjs").Say} say */
async function optimise(file, say) {
  const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  await run(join(NODE_BIN, "wasm-opt"), ["-O3", ...features, ...strip, file, "-o", file], { say });
}

/** @param {string} output */
function stamp(output) {
  return existsSync(join(output, STAMP)) ? readFileSync(join(output, STAMP), "utf8") : "";
}
