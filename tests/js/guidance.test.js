// compliance-gate/guidance in Node; what may be reached from it; and whether the types name what the core knows.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as full from "compliance-gate";
import * as library from "compliance-gate/guidance";
import * as kyc from "compliance-gate/kyc";
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

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const ENTRIES = [
  ...["kyc", "guidance"].flatMap((part) => [
    ...["edge-light", "inline", "slim", "workerd"].map((way) => `esm/${part}-${way}.js`),
    `${part}.cjs`,
    `cjs/${part}-slim.cjs`,
  ]),
  ...["element", "element-class", "element-render"].map((name) => `esm/${name}.js`),
];
/** What the code that verifies cannot do without; names of exports, files and messages outlive a bundler. */
const SIGNING = /createVerifier|compliance_gate_bg\.wasm|the verifier's options/;

for (const entry of ENTRIES) {
  test(`no signing code can be reached from pkg/${entry}`, () => {
    const files = [...reach(new URL(`../../pkg/${entry}`, import.meta.url))].map((url) => fileURLToPath(url));
    assert.deepEqual(
      files.filter((file) => !file.endsWith(".wasm") && SIGNING.test(readFileSync(file, "utf8"))),
      [],
    );
    const isGlue = (file) => readFileSync(file, "utf8").includes("askKyc");
    assert.equal(files.some(isGlue), !entry.includes("render"), "the walk reaches the glue");
  });
}

for (const entry of ["esm/inline.js", "esm/slim.js", "esm/workerd.js", "index.cjs"]) {
  test(`the walk finds signing code from pkg/${entry}`, () => {
    const files = [...reach(new URL(`../../pkg/${entry}`, import.meta.url))].map((url) => fileURLToPath(url));
    assert(files.some((file) => SIGNING.test(readFileSync(file, "utf8"))));
  });
}

test("the wasms without signing have no SHA-256 in them, and the other has", () => {
  const constants = Buffer.from([0x98, 0x2f, 0x8a, 0x42]);
  const wasm = (name) => readFileSync(new URL(`../../pkg/wasm/${name}`, import.meta.url));
  assert.equal(wasm("kyc_bg.wasm").includes(constants), false);
  assert.equal(wasm("operations_bg.wasm").includes(constants), false);
  assert.equal(wasm("compliance_gate_bg.wasm").includes(constants), true);
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

test("the types list the exports, and kyc is a part of guidance", () => {
  const declared = (path) => [...source(path).matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const own = declared("pkg/kyc.d.ts");
  assert.deepEqual([...own, "GateError"].sort(), Object.keys(kyc).sort());
  assert.deepEqual(
    [...own, ...declared("pkg/guidance.d.ts"), "GateError"].sort(),
    Object.keys(library).sort(),
  );
  const all = { ...library };
  for (const [name, value] of Object.entries(kyc)) assert.equal(all[name], value, name);
});

test("the types name every value of the core's tables", () => {
  const types = source("pkg/kyc.d.ts") + source("pkg/guidance.d.ts");
  const tables = sources().flatMap((file) => [...source(file).matchAll(/(?:open|closed)_enum! \{.*?^\}/gms)]);
  assert(tables.length > 25, `${tables.length} tables`);
  for (const [table] of tables) {
    const of = /enum (\w+)/.exec(table)?.[1];
    const names = [...table.matchAll(/ = "([^"]+)",/g)].map(([, name]) => name);
    assert(names.length > 0, table);
    // What an error's type says, results say by its code; events that are not about KYC are any name.
    const isSaid = (name) => name !== "NONE" && of !== "Type" && (of !== "Event" || /_KY[CB]_/.test(name));
    for (const name of names.filter(isSaid)) {
      assert(types.includes(`"${name}"`), `${name} of ${of}`);
    }
  }
  for (const { machineCheckable } of library.checklist()) {
    assert(machineCheckable === null || types.includes(`"${machineCheckable}"`), machineCheckable);
  }
});

test("what a checklist says helps is there", () => {
  const routes = [...source("worker/src/index.ts").matchAll(/^ \* (GET|POST) +(\/\S+)/gm)];
  const there = new Set([...routes.map(([, method, path]) => `${method} ${path}`), "GET /"]);
  assert.ok(there.size > 4);
  const names = [...Object.keys(library), ...Object.keys(full)];
  for (const { id, helps } of library.checklist()) {
    for (const help of helps) assert.ok(there.has(help) || names.includes(help), `${id}: ${help}`);
  }
});

/** The core's files, but for tables that no result has names of. */
function sources() {
  const all = readdirSync(new URL("../../src", import.meta.url), { recursive: true, encoding: "utf8" });
  const files = all.map((path) => `src/${path.replaceAll("\\", "/")}`).filter((path) => path.endsWith(".rs"));
  return files.filter((path) => !["src/wire.rs", "src/payment/event.rs"].includes(path));
}

/** Every file that importing one loads. */
function reach(url, reached = new Set()) {
  if (reached.has(url.href)) return reached;
  reached.add(url.href);
  if (!/\.c?js$/.test(url.pathname)) return reached;
  const text = readFileSync(url, "utf8");
  const found = text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](\.[^"']+)["']/g);
  for (const [, imported] of found) reach(new URL(imported, url), reached);
  return reached;
}
