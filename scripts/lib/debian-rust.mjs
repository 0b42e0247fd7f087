// A Rust for wasm out of Debian's packages, for machines that reach a Debian mirror and crates.io but not rustup's
// server. Debian compiles browsers with it. The packages are unpacked beside the repository's other tools instead of
// installed: they conflict with Debian's ordinary `rustc` and `cargo`, and unpacking needs no root.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { aptLists, aptPackages, hasApt } from "./apt.mjs";
import { environment } from "./environment.mjs";
import { TOOLS } from "./paths.mjs";
import { remapped } from "./remap.mjs";
import { run } from "./run.mjs";
import { DEBIAN_RUST, OLDEST_RUST, WASM_TARGET } from "./versions.mjs";

const HOME = join(TOOLS, `debian-rust-${OLDEST_RUST}`);
const COMMANDS = ["cargo", "cargo-clippy", "clippy-driver", "rustc", "rustdoc"];

/** Where its commands are. */
export function debianRust() {
  return { bin: join(HOME, "bin") };
}

/** Whether it is complete. */
export function hasDebianRust() {
  return existsSync(HOME);
}

/** @param {import("./step.mjs").Say} say */
export async function installDebianRust(say) {
  if (!hasApt())
    throw new Error("This is no Debian (there is no apt-get and dpkg-deb), so there is no fallback.");
  const home = `${HOME}.partial`;
  rmSync(home, { recursive: true, force: true });
  const usr = join(home, "usr");
  await unpack(home, say);
  wrap(home);
  await buildStd(home, say);
  // The compiler's sources and the documentation are most of it, and nothing needs them any more.
  for (const part of ["src", "share"]) rmSync(join(usr, part), { recursive: true, force: true });
  renameSync(home, HOME);
}

/** @param {string} home @param {import("./step.mjs").Say} say */
async function unpack(home, say) {
  const archives = join(home, "archives");
  mkdirSync(archives, { recursive: true });
  say(`downloading ${DEBIAN_RUST.join(", ")} (150 MB)`);
  await aptLists(say);
  const packages = await aptPackages(DEBIAN_RUST);
  await run("apt-get", ["download", ...packages], { cwd: archives, say });
  say(`unpacking ${packages.length} packages`);
  for (const archive of readdirSync(archives)) {
    await run("dpkg-deb", ["-x", join(archives, archive), home], { say });
  }
  rmSync(archives, { recursive: true });
}

/** Commands that find their libraries beside them. @param {string} home */
function wrap(home) {
  const libraries = `usr/lib/${readdirSync(join(home, "usr/lib")).find((name) => name.endsWith("-linux-gnu"))}`;
  mkdirSync(join(home, "bin"));
  for (const command of COMMANDS) {
    const file = join(home, "bin", command);
    const script = [
      "#!/bin/sh",
      'home=$(cd "$(dirname "$0")/.." && pwd)',
      `export LD_LIBRARY_PATH="$home/${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`,
      `exec "$home/usr/bin/${command}" "$@"`,
    ];
    writeFileSync(file, `${script.join("\n")}\n`);
    chmodSync(file, 0o755);
  }
  // rustc asks for its linker by this name, and Debian ships it under LLVM's.
  const lld = readdirSync(join(home, "usr/lib")).find((name) => name.startsWith("llvm-"));
  symlinkSync(`../usr/lib/${lld}/bin/lld`, join(home, "bin", "rust-lld"));
}

/** Debian ships the compiler without the target's standard library, so build it once. @param {string} home @param {import("./step.mjs").Say} say */
async function buildStd(home, say) {
  say(`compiling the standard library for ${WASM_TARGET} (about a minute)`);
  const empty = join(home, "empty");
  mkdirSync(join(empty, "src"), { recursive: true });
  writeFileSync(join(empty, "Cargo.toml"), '[package]\nname = "empty"\nedition = "2024"\n[workspace]\n');
  writeFileSync(join(empty, "src/lib.rs"), "#![no_std]\n");
  const args = ["build", "--release", "--target", WASM_TARGET, "-Zbuild-std=std,panic_abort,test"];
  const env = environment({
    path: [join(home, "bin")],
    set: {
      // `-Z` is for nightly compilers; this asks Debian's stable one to accept it, once.
      RUSTC_BOOTSTRAP: "1",
      CARGO_TARGET_DIR: join(empty, "target"),
      CARGO_ENCODED_RUSTFLAGS: remapped({ [join(home, "usr/lib/rustlib/src/rust")]: "/rustc" }),
    },
  });
  await run(join(home, "bin", "cargo"), args, { cwd: empty, env, say });
  const built = join(empty, "target", WASM_TARGET, "release", "deps");
  const lib = join(home, "usr/lib/rustlib", WASM_TARGET, "lib");
  mkdirSync(lib, { recursive: true });
  for (const file of readdirSync(built)) {
    if (file.endsWith(".rlib") && !file.startsWith("libempty-"))
      renameSync(join(built, file), join(lib, file));
  }
  rmSync(empty, { recursive: true });
}
