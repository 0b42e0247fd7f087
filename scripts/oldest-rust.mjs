// Whether the oldest Rust that Cargo.toml states compiles the crate and passes its tests, also for wasm. It has a script
// of its own since that Rust has to be downloaded: `node scripts/oldest-rust.mjs`, as the workflow does.

import { environment } from "./lib/environment.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { stream } from "./lib/run.mjs";
import { fail } from "./lib/step.mjs";
import { OLDEST_RUST, WASM_TARGET } from "./lib/versions.mjs";

const toolchain = `${OLDEST_RUST}.0`;
const env = environment({ set: { CARGO_TARGET_DIR: fromRoot("target", "oldest-rust") } });

try {
  await done("rustup", [
    ...["toolchain", "install", toolchain, "--profile", "minimal"],
    ...["--target", WASM_TARGET, "--no-self-update"],
  ]);
  await done("cargo", [`+${toolchain}`, "test", "--locked"]);
  await done("cargo", [`+${toolchain}`, "check", "--locked", "--no-default-features"]);
  await done("cargo", [`+${toolchain}`, "check", "--locked", "--lib", "--target", WASM_TARGET]);
} catch (error) {
  fail(error);
}

/** @param {string} command @param {string[]} args */
async function done(command, args) {
  console.log(`$ ${command} ${args.join(" ")}`);
  const code = await stream(command, args, { env });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}.`);
}
