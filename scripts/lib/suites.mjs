// Every suite of `npm test`, in order: `build` before all that reads what it makes, the quick ones first.
// The suite NAME is the script scripts/suites/NAME.mjs, which also runs by itself.

/** @typedef {{ name: string, why: string }} Suite */

/** @type {readonly Suite[]} */
export const SUITES = [
  { name: "format", why: "Rust, JavaScript, TypeScript, CSS, HTML and JSON are formatted" },
  { name: "build", why: "all published wasms and the conformance variant compile" },
  { name: "lints", why: "clippy on the host and for wasm, Biome and TypeScript find nothing" },
  { name: "vectors", why: "the vectors are what node:crypto makes of their tables" },
  { name: "rust", why: "the core's unit tests, vectors and properties" },
  { name: "docs", why: "the documentation builds without warnings, and its examples run" },
  { name: "crate", why: "what cargo publishes builds, needs no wasm crate, and serves" },
  { name: "wasm-node", why: "the core as wasm under Node" },
  { name: "wasm-chrome", why: "the core as wasm in a real browser" },
  { name: "js", why: "the npm package under the pinned Node, and under the machine's" },
  { name: "worker", why: "the gate inside workerd, the runtime it is deployed to" },
  { name: "page", why: "the gate's page in a real browser" },
  { name: "element", why: "<compliance-next-action> in a real browser, from servers and in frameworks" },
  { name: "playground", why: "the playground in a real browser, from the gate and as static files" },
  { name: "end-to-end", why: "`npm start` and everything a visitor does with it" },
  { name: "cli", why: "the command line, as installed from the tarball, says what the core says" },
  { name: "package", why: "what npm publishes is complete, and nothing else is in it" },
  { name: "release", why: "one version, a complete crate, and a workflow that publishes with provenance" },
  { name: "matrix", why: "the packed package in every runtime and bundler, held against native Rust" },
  { name: "recipes", why: "every recipe, started as its readers would, takes and refuses what it should" },
  { name: "reproducible", why: "another clone in another directory makes the same files" },
];
