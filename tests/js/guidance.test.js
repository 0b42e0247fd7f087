// compliance-gate/guidance in Node, by its own entry and by the one for browsers; what may be reached from it; and
// whether the types name what the core knows.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as full from "compliance-gate";
import * as library from "compliance-gate/guidance";
import * as inline from "../../pkg/guidance-inline.js";
import { statusOf } from "../../pkg/lib/statuses.js";
import { suite } from "./guidance.js";
import { read } from "./vectors.js";

const NAMES = [
  "kyc_flow",
  "kyc_status",
  "kyc_event",
  "document",
  "retry",
  "problem",
  "review",
  "customer",
  "limits",
  "audit",
  "checklist",
];
const vectors = Object.fromEntries(NAMES.map((name) => [name, read(`${name}.json`)]));

suite(library, vectors, { test, equal: assert.deepStrictEqual });
suite(inline, vectors, {
  test: (name, check) => test(`inline: ${name}`, check),
  equal: assert.deepStrictEqual,
});

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

for (const entry of ["node", "workerd", "inline"]) {
  test(`no signing code can be reached from pkg/guidance-${entry}.js`, () => {
    const reached = reach(new URL(`../../pkg/guidance-${entry}.js`, import.meta.url));
    const files = [...reached].map((url) => fileURLToPath(url).replaceAll("\\", "/"));
    const forbidden = /\/(compliance_gate\w*\.(js|wasm)|lib\/(core|verifier|sign|keys|delivery|api)\.js)$/;
    assert.deepEqual(
      files.filter((file) => forbidden.test(file)),
      [],
    );
    assert(
      files.some((file) => file.endsWith("/wasm/guidance.js")),
      "the walk reaches the glue",
    );
  });
}

test("the walk finds signing code where there is some", () => {
  const files = [...reach(new URL("../../pkg/node.js", import.meta.url))].map(String);
  assert(files.some((file) => file.endsWith("/lib/verifier.js")));
  assert(files.some((file) => file.endsWith("/wasm/compliance_gate.js")));
});

test("the wasm for front-ends has no SHA-256 in it, and the other has", () => {
  const constants = Buffer.from([0x98, 0x2f, 0x8a, 0x42]);
  const wasm = (name) => readFileSync(new URL(`../../pkg/wasm/${name}`, import.meta.url));
  assert.equal(wasm("guidance_bg.wasm").includes(constants), false);
  assert.equal(wasm("compliance_gate_bg.wasm").includes(constants), true);
  const { wasm: text } = /export const wasm = "(?<wasm>[^"]*)"/.exec(
    source("pkg/wasm/guidance_inline.js"),
  ).groups;
  assert(Buffer.from(text, "base64").equals(wasm("guidance_bg.wasm")));
});

test("an error of one entry is an error of the other", () => {
  assert.equal(library.GateError, full.GateError);
});

test("every code has the status that the core gives it", () => {
  const rows = [...source("src/error.rs").matchAll(/^ {4}\("(\w+)", (\d+)\),$/gm)];
  assert(rows.length > 30);
  for (const [, code, status] of rows) assert.equal(statusOf(code), Number(status), code);
  const listed = [...source("pkg/lib/statuses.js").matchAll(/\["(\w+)", \d+\]/g)].map(([, code]) => code);
  const known = new Set(rows.map(([, code]) => code));
  assert.deepEqual(
    listed.filter((code) => !known.has(code)),
    [],
  );
});

test("the types list the exports", () => {
  const types = source("pkg/guidance.d.ts");
  const declared = [...types.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual([...declared, "GateError"].sort(), Object.keys(library).sort());
});

test("the types name every value of the core's tables", () => {
  const types = source("pkg/guidance.d.ts");
  const tables = {
    "src/kyc/check.rs": /= "(\w+)",/g,
    "src/kyc/contradiction.rs": /= "(\w+)",/g,
    "src/kyc/onboarding.rs": /= "(\w+)",/g,
    "src/document/kind.rs": /= "(\w+)",/g,
    "src/document/problem.rs": /= "(\w+)" (?:Error|Warning),/g,
    "src/payment/customer.rs": /= "(\w+)",/g,
    "src/payment/review.rs": /= "(\w+)",/g,
  };
  for (const [file, pattern] of Object.entries(tables)) {
    const names = [...source(file).matchAll(pattern)].map(([, name]) => name);
    assert(names.length > 3, file);
    for (const name of names.filter((name) => name !== "NONE")) {
      assert(types.includes(`"${name}"`), `${name} of ${file}`);
    }
  }
  for (const { machineCheckable } of library.checklist()) {
    assert(machineCheckable === null || types.includes(`"${machineCheckable}"`), machineCheckable);
  }
});

test("every file of the entry is published", () => {
  const { files, exports } = JSON.parse(source("package.json"));
  for (const file of Object.values(exports["./guidance"])) {
    assert(existsSync(new URL(`../../${file}`, import.meta.url)), file);
  }
  assert(
    readdirSync(new URL("../../pkg/lib/guidance", import.meta.url)).every((name) => name.endsWith(".js")),
  );
  assert(files.includes("pkg/lib/guidance/*.js") && files.includes("pkg/guidance.d.ts"));
});

/** Every file that importing one loads. */
function reach(url, reached = new Set()) {
  if (reached.has(url.href)) return reached;
  reached.add(url.href);
  if (!url.href.endsWith(".js")) return reached;
  const text = readFileSync(url, "utf8");
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']|new URL\(["'](\.[^"']+)["']/g);
  for (const [, imported, named] of found) reach(new URL(imported ?? named, url), reached);
  return reached;
}
