// Suite `release`: the crate and the npm package are one version, the crate has its sources and nothing else, and the
// workflow that publishes both can be trusted. `node scripts/suites/release.mjs v1.2.3` also compares a tag.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fromRoot } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { suite } from "../lib/suite.mjs";

const WORKFLOW = ".github/workflows/release.yml";
const WORKFLOWS = [WORKFLOW, ".github/workflows/ci.yml"];

/** Beside the modules of src/. */
const CRATE = [
  ".cargo_vcs_info.json",
  "CHANGELOG.md",
  "Cargo.lock",
  "Cargo.toml",
  "Cargo.toml.orig",
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
];

await suite(() => [oneVersion, crateIsComplete, workflowsArePinned, releaseIsTrusted]);

async function oneVersion() {
  const [tag] = process.argv.slice(2);
  const { version } = JSON.parse(text("package.json"));
  const lock = JSON.parse(text("package-lock.json"));
  const found = {
    "package-lock.json": lock.version,
    "package-lock.json's project": lock.packages[""].version,
    "Cargo.toml": match("Cargo.toml", /^version = "(.*)"$/m),
    "Cargo.lock": match("Cargo.lock", /^name = "compliance-gate"\nversion = "(.*)"$/m),
    ...(tag === undefined ? {} : { "the tag": tag.replace(/^v/, "") }),
  };
  const others = Object.entries(found).filter(([, one]) => one !== version);
  if (others.length > 0) {
    throw new Error(`package.json has ${version}; ${others.map((pair) => pair.join(" has ")).join(", ")}.`);
  }
  const heading =
    tag === undefined ? /^## (Unreleased|\d)/m : new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m");
  if (!heading.test(text("CHANGELOG.md"))) throw new Error(`CHANGELOG.md has no section for ${version}.`);
  console.log(`version ${version}`);
}

async function crateIsComplete() {
  const listed = await run("cargo", ["package", "--list", "--locked", "--allow-dirty", "--quiet"]);
  const packed = listed.split("\n").filter((line) => line !== "" && !/^(warning|note|\s)/.test(line));
  const sources = readdirSync(fromRoot("src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => `src/${name.replaceAll("\\", "/")}`);
  // A source tree without its history has no commit to name.
  const own = CRATE.filter((name) => name !== ".cargo_vcs_info.json" || existsSync(fromRoot(".git")));
  const expected = new Set([...own, ...sources]);
  const missing = [...expected].filter((path) => !packed.includes(path));
  const unexpected = packed.filter((path) => !expected.has(path.replaceAll("\\", "/")));
  if (missing.length + unexpected.length > 0) {
    throw new Error(`The crate lacks [${missing.join(", ")}] and has [${unexpected.join(", ")}] too much.`);
  }
  console.log(`${packed.length} files in the crate`);
}

async function workflowsArePinned() {
  const node = JSON.parse(text("package.json")).devDependencies.node;
  for (const path of WORKFLOWS) {
    const workflow = text(path);
    const actions = [...workflow.matchAll(/^\s*- uses: (.*)$/gm)].map(([, action]) => action);
    const loose = actions.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v[\d.]+$/.test(action));
    if (actions.length === 0 || loose.length > 0) {
      throw new Error(`${path} does not pin ${loose.join(", ") || "any action"} to a commit.`);
    }
    const others = [...workflow.matchAll(/node-version: (.*)$/gm)].filter(([, version]) => version !== node);
    if (others.length > 0)
      throw new Error(`${path} uses another Node than ${node}, which package.json pins.`);
    console.log(`${path}: ${actions.length} actions, each pinned to a commit`);
  }
}

async function releaseIsTrusted() {
  const workflow = text(WORKFLOW);
  for (const needed of [
    "npm publish --provenance",
    "cargo publish --locked",
    "id-token: write",
    "npm test",
  ]) {
    if (!workflow.includes(needed)) throw new Error(`${WORKFLOW} has no ${needed}.`);
  }
  if (/secrets\./.test(workflow))
    throw new Error(`${WORKFLOW} reads a secret: trusted publishing needs none.`);
}

/** @param {string} path */
function text(path) {
  return readFileSync(fromRoot(path), "utf8");
}

/** @param {string} path @param {RegExp} pattern */
function match(path, pattern) {
  return pattern.exec(text(path))?.[1];
}
