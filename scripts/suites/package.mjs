// Suite `package`: what npm would publish. Tests read the repository, users read this.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fromRoot } from "../lib/paths.mjs";
import { nestedPackages } from "../lib/npm.mjs";
import { MATRIX, pack } from "../lib/pack.mjs";
import { suite } from "../lib/suite.mjs";

/** In bytes. DESIGN.md says what they are made of. */
const MOST_PACKED = 338_000;
const MOST_UNPACKED = 700_000;

/** Beside the modules of pkg/esm/. */
const CONTENTS = [
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "SECURITY.md",
  "package.json",
  "pkg/cjs/gate-error.cjs",
  "pkg/cjs/guidance-slim.cjs",
  "pkg/cjs/guidance-slim.d.cts",
  "pkg/cjs/guidance.d.cts",
  "pkg/cjs/index.d.cts",
  "pkg/cjs/kyc-slim.cjs",
  "pkg/cjs/kyc-slim.d.cts",
  "pkg/cjs/kyc.d.cts",
  "pkg/cjs/slim.cjs",
  "pkg/cjs/slim.d.cts",
  "pkg/cjs/wasm.d.cts",
  "pkg/element-render.d.ts",
  "pkg/element.d.ts",
  "pkg/element/style.css",
  "pkg/file.cjs",
  "pkg/guidance-slim.d.ts",
  "pkg/guidance.cjs",
  "pkg/guidance.d.ts",
  "pkg/index.cjs",
  "pkg/index.d.ts",
  "pkg/kyc-slim.d.ts",
  "pkg/kyc.cjs",
  "pkg/kyc.d.ts",
  "pkg/slim.d.ts",
  "pkg/wasm.d.ts",
  "pkg/wasm/compliance_gate_bg.wasm",
  "pkg/wasm/kyc_bg.wasm",
  "pkg/wasm/operations_bg.wasm",
];

/** Modules only: for browsers, and for servers that make markup. A `require` of one needs a Node that takes modules. */
const ELEMENT = ["element", "element/class", "element/render"];

const { tarball, files, size, unpackedSize } = await pack();

await suite(() => [
  contentsAreRight,
  sizeIsBounded,
  () => nestedPackages("matrix tools", MATRIX),
  tool("publint", ["--strict", tarball]),
  attw(["--exclude-entrypoints", ...ELEMENT, "element/style.css"]),
  attw(["--entrypoints", ...ELEMENT, "--ignore-rules", "cjs-resolves-to-esm"]),
]);

async function contentsAreRight() {
  const packed = new Set(files);
  const expected = new Set([...CONTENTS, ...modulesOf("pkg/esm")]);
  const missing = [...expected].filter((path) => !packed.has(path));
  const unexpected = files.filter((path) => !expected.has(path));
  if (missing.length + unexpected.length > 0) {
    throw new Error(`The package lacks [${missing.join(", ")}] and has [${unexpected.join(", ")}] too much.`);
  }
  console.log(`${files.length} files`);
}

async function sizeIsBounded() {
  console.log(`${size} bytes packed, ${unpackedSize} unpacked`);
  if (size > MOST_PACKED || unpackedSize > MOST_UNPACKED) {
    throw new Error(`The package may have ${MOST_PACKED} bytes packed, and ${MOST_UNPACKED} unpacked.`);
  }
}

/** Every module of a directory. @param {string} directory */
function modulesOf(directory) {
  return readdirSync(fromRoot(directory), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => `${directory}/${name.replaceAll("\\", "/")}`);
}

/** Whether every way of TypeScript to look for an entry finds its types. @param {string[]} args */
function attw(args) {
  return tool("attw", [tarball, "--format", "table-flipped", "--no-color", ...args]);
}

/** A command of the matrix's packages. @param {string} name @param {string[]} args */
function tool(name, args) {
  return { command: join(MATRIX, "node_modules", ".bin", name), args };
}
