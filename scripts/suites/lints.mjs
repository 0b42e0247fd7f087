// Suite `lints`: what compilers and linters can know without running anything. The core is checked for both of its
// targets, because each compiles code that the other leaves out.

import { wasmEnvironment } from "../lib/rust.mjs";
import { cargo, npmCommand, suite } from "../lib/suite.mjs";
import { WASM_TARGET } from "../lib/versions.mjs";

const CLIPPY = ["clippy", "--locked", "--all-features"];

await suite(() => [
  cargo([...CLIPPY, "--all-targets", "--", "-D", "warnings"]),
  {
    command: "cargo",
    args: [...CLIPPY, "--lib", "--test", "wasm_*", "--target", WASM_TARGET, "--", "-D", "warnings"],
    env: wasmEnvironment(),
  },
  npmCommand("biome", ["lint", "--error-on-warnings"]),
  npmCommand("tsc", ["-p", "tsconfig.json"]),
  npmCommand("tsc", ["-p", "worker/tsconfig.json"]),
]);
