// Suite `lints`: what compilers and linters can know without running anything. The core is checked for both of its
// targets, with and without signing, because each compiles code that the others leave out.

import { wasmEnvironment } from "../lib/rust.mjs";
import { cargo, npmCommand, suite } from "../lib/suite.mjs";
import { WASM_TARGET } from "../lib/versions.mjs";

await suite(() => [
  cargo(["clippy", "--locked", "--all-features", "--all-targets", "--", "-D", "warnings"]),
  forWasm(["--all-features", "--test", "wasm_*"]),
  cargo(["clippy", "--locked", "--lib", "--no-default-features", "--", "-D", "warnings"]),
  forWasm(["--no-default-features", "--features", "wasm-kyc,wasm-operations"]),
  npmCommand("biome", ["lint", "--error-on-warnings"]),
  npmCommand("tsc", ["-p", "tsconfig.json"]),
  npmCommand("tsc", ["-p", "worker/tsconfig.json"]),
  // The types once more, as other settings than ours resolve them.
  npmCommand("tsc", ["-p", "tests/types/tsconfig.node16.json"]),
  npmCommand("tsc", ["-p", "tests/types/tsconfig.bundler.json"]),
  npmCommand("tsc", ["-p", "tests/types/tsconfig.without-dom.json"]),
]);

/** @param {string[]} args @returns {import("../lib/suite.mjs").Command} */
function forWasm(args) {
  return {
    command: "cargo",
    args: ["clippy", "--locked", "--lib", ...args, "--target", WASM_TARGET, "--", "-D", "warnings"],
    env: wasmEnvironment(),
  };
}
