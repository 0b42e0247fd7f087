// Suite `crate`: what cargo would publish builds, and what a native user gets of it. Which files are in it is for the
// suite `release` to say.

import { readdirSync, readFileSync } from "node:fs";
import { axumExample } from "../lib/axum-example.mjs";
import { fromRoot } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { cargo, suite } from "../lib/suite.mjs";

/** What only wasm needs. */
const FOR_WASM = /^(js-sys|serde-wasm-bindgen|wasm-bindgen\S*|web-sys) /m;

await suite(() => [
  // Builds what was packed. The work tree of somebody who runs the tests is seldom clean.
  cargo(["package", "--locked", "--allow-dirty"]),
  ...[[], ["--no-default-features"], ["--all-features"]].map((features) => () => needsNoWasm(features)),
  rustVersionHolds,
  everyExampleIsCompiled,
  cargo(["fmt", "--check", "--manifest-path", "examples/axum/Cargo.toml"]),
  axumExample,
]);

/** @param {string[]} features */
async function needsNoWasm(features) {
  const tree = await asked(["tree", "--edges", "normal,build", "--prefix", "none", ...features]);
  const found = FOR_WASM.exec(tree);
  if (found !== null)
    throw new Error(`a native user of ${features.join() || "the defaults"} compiles ${found[1]}`);
  console.log(`${new Set(tree.match(/^\S+ v\S+/gm)).size} crates for a native user ${features.join()}`);
}

/**
 * Whether the stated Rust is new enough for every dependency's stated one. That std's functions are old enough is
 * clippy's to say (`incompatible_msrv`, in the suite `lints`). Neither compiles with that Rust.
 */
async function rustVersionHolds() {
  const { packages, resolve } = JSON.parse(await asked(["metadata", "--format-version", "1"]));
  const stated = packages.find(({ id }) => id === resolve.root).rust_version;
  const tree = await asked(["tree", "--edges", "normal", "--prefix", "none", "--all-features"]);
  const used = new Set(tree.match(/^\S+ v\S+/gm));
  const newer = packages.filter(
    ({ name, version, rust_version }) =>
      used.has(`${name} v${version}`) && rust_version !== null && minor(rust_version) > minor(stated),
  );
  if (newer.length > 0) {
    const all = newer.map(({ name, rust_version }) => `${name} needs ${rust_version}`);
    throw new Error(`Cargo.toml states rust-version ${stated}, but ${all.join(", ")}`);
  }
  const readme = readFileSync(fromRoot("README.md"), "utf8");
  if (!readme.includes(`Rust ${stated}`)) throw new Error(`README.md does not state Rust ${stated}`);
  console.log(`Rust ${stated} is enough for ${used.size} crates, by their own word`);
}

/** The suite `docs` runs the examples; here none may be exempt. */
async function everyExampleIsCompiled() {
  for (const path of ["README.md", ...sources()]) {
    const exempt = /```[\w,]*(ignore|no_run|compile_fail)/.exec(readFileSync(fromRoot(path), "utf8"));
    if (exempt !== null) throw new Error(`${path} has an example that is not run: ${exempt[0]}`);
  }
}

function sources() {
  return readdirSync(fromRoot("src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => `src/${name.replaceAll("\\", "/")}`);
}

/** @param {string} version */
function minor(version) {
  return Number(version.split(".")[1]);
}

/** @param {string[]} args */
function asked(args) {
  return run("cargo", [...args, "--locked", "--quiet"]);
}
