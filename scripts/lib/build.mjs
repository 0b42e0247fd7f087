// Compiles the Rust core to the files of the npm package: for each wasm its glue, and the wasm as text for runtimes that
// load no files. Does nothing where they are up to date.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bindgen } from "./bindgen.mjs";
import { hashOf } from "./hash.mjs";
import { fromRoot, LOCAL, NODE_BIN, ROOT } from "./paths.mjs";
import { remapped } from "./remap.mjs";
import { wasmEnvironment } from "./rust.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";
import { WASM_TARGET } from "./versions.mjs";

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

/** @param {string} option */
const llvm = (option) => `-Cllvm-args=-${option}`;

/**
 * Engines compile a wasm once more, and allot registers again. What spares native code instructions by holding more in
 * registers, they spill: without it the strict pass is a tenth faster, and each wasm a hundredth smaller.
 */
const LESS_HELD = [llvm("disable-licm-promotion"), llvm("disable-lsr")];

/**
 * sha2 hashes a fifth faster with vectors of 128 bits, which every runtime since 2021 has (Safari since 16.4). Beyond
 * what is marked, inlining makes a wasm larger and no faster, and so does unrolling where the number of rounds is not known.
 */
const FAST_AND_SMALL = [
  "-Ctarget-feature=+simd128",
  llvm("inline-threshold=25"),
  llvm("unroll-runtime=false"),
  ...LESS_HELD,
];

/** Flattened in between, the strict pass is a thirtieth faster. */
const FAST = ["-O3", "--flatten", "--simplify-locals-notee-nostructure", "-O3"];

/**
 * Which wasm: `full` is the package's own, `kyc` the one for front-ends, without signing code, `operations` what else
 * there is to ask without a secret, and `conformance` the first with the bare HMAC and hash exported too.
 * @typedef {"full" | "kyc" | "operations" | "conformance"} Variant
 */

/** @type {Record<Variant, { name: string, directory: string, features: string[], rust: string[], passes: string[] }>} */
const VARIANTS = {
  full: {
    name: "compliance_gate",
    directory: fromRoot("pkg", "wasm"),
    features: [],
    rust: FAST_AND_SMALL,
    passes: FAST,
  },
  conformance: {
    name: "compliance_gate",
    directory: join(LOCAL, "conformance"),
    features: ["--features", "conformance"],
    rust: FAST_AND_SMALL,
    passes: FAST,
  },
  kyc: small("kyc"),
  operations: small("operations"),
};

/**
 * What has no signing code, and may be loaded by a page. Compiled for speed, with hardly any inlining and no unrolling, it
 * is smaller than compiled for size, and a fourteenth quicker.
 * @param {string} name
 */
function small(name) {
  return {
    name,
    directory: fromRoot("pkg", "wasm"),
    features: ["--no-default-features", "--features", `wasm-${name}`],
    rust: [...LESS_HELD, llvm("enable-pre=false"), llvm("inline-threshold=12"), llvm("unroll-threshold=0")],
    // A function that is called once stays one: in a larger one its code compresses worse, by a thirtieth of the whole.
    passes: ["-Oz", "--one-caller-inline-max-function-size=20"],
  };
}

/** @type {readonly Variant[]} the published ones */
export const PACKAGED = ["full", "kyc", "operations"];

/** Where a variant's files are. @param {Variant} [variant] */
export function outputDirectory(variant = "full") {
  return VARIANTS[variant].directory;
}

/** Builds a variant unless nothing it is made from has changed. @param {Variant} [variant] */
export async function build(variant = "full") {
  const { name, directory } = VARIANTS[variant];
  const names = filesOf(name);
  const stamp = join(directory, `.${name}.inputs`);
  const inputs = hashOf([...INPUTS, ...BUILDERS]);
  const upToDate = () =>
    names.every((file) => existsSync(join(directory, file))) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === inputs;
  await step(variant === "full" ? "wasm" : `wasm, ${variant}`, upToDate, async (say) => {
    const files = await make(variant, say);
    mkdirSync(directory, { recursive: true });
    for (const file of names) renameSync(join(files, file), join(directory, file));
    rmSync(files, { recursive: true });
    writeFileSync(stamp, inputs);
  });
}

/** The glue, the wasm, and the wasm as text for runtimes that load no files. @param {string} name */
function filesOf(name) {
  return [`${name}.js`, `${name}_bg.wasm`, `${name}_inline.js`];
}

/** @param {Variant} variant @param {import("./step.mjs").Say} say @returns {Promise<string>} a directory with the files */
async function make(variant, say) {
  const { name, features, rust, passes } = VARIANTS[variant];
  const files = join(LOCAL, `build-${process.pid}`);
  mkdirSync(files, { recursive: true });
  const flags = [...rust, remapped({ [join(ROOT, ".")]: "/gate" })];
  const env = wasmEnvironment({ CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") });
  say("cargo build");
  const args = ["build", "--release", "--locked", "--lib", "--target", WASM_TARGET, ...features];
  await run("cargo", args, { env, say });
  say("wasm-bindgen");
  const compiled = join(String(env.CARGO_TARGET_DIR), WASM_TARGET, "release", "compliance_gate.wasm");
  await run(bindgen(), ["glue", compiled, files]);
  const [glue, wasm, inline] = filesOf(name).map((file) => join(files, file));
  renameSync(join(files, "compliance_gate_bg.wasm"), wasm);
  renameSync(join(files, "compliance_gate.js"), glue);
  // It is generated, and untyped.
  writeFileSync(glue, `// @ts-nocheck\n${readFileSync(glue, "utf8")}`);
  say("wasm-opt");
  await optimise(wasm, passes, say);
  say("deflate");
  const compressed = join(files, "compressed");
  await run(bindgen(), ["deflate", wasm, compressed]);
  const bytes = readFileSync(wasm);
  const text = `export const wasm = "${readFileSync(compressed, "base64")}";\n`;
  writeFileSync(inline, `export const length = ${bytes.length};\n${text}`);
  say(`${bytes.length} bytes of wasm, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
  return files;
}

/** @param {string} file @param {string[]} passes @param {import("./step.mjs").Say} say */
async function optimise(file, passes, say) {
  const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  await run(join(NODE_BIN, "wasm-opt"), [...passes, ...features, ...strip, file, "-o", file], { say });
}
