// The matrix: the packed package, installed into an empty project for each row, has to pass every check of the
// conformance suites there, and to answer every call as native Rust does, byte for byte.
//
//   node tests/matrix/run.js              every row, and whether the README's table is what ran
//   node tests/matrix/run.js bun next     only the rows that have a word of these in their names
//   node tests/matrix/run.js --write      every row, and writes the table

import { readFileSync } from "node:fs";
import { emptyProject, pack } from "../../scripts/lib/pack.mjs";
import { closeBrowser } from "./browser.js";
import { native } from "./native.js";
import { rows as browsers } from "./rows/browsers.js";
import { rows as bundlers } from "./rows/bundlers.js";
import { rows as edge } from "./rows/edge.js";
import { rows as next } from "./rows/next.js";
import { rows as processes } from "./rows/processes.js";
import { rows as workers } from "./rows/workers.js";
import { bundleSuite } from "./suite.js";
import { checkTable, writeTable } from "./table.js";

const ROWS = [...processes, ...workers, ...edge, ...browsers, ...bundlers, ...next];

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const nameOf = ({ runtime, how }) => `${runtime}: ${how}`;
const wanted = ROWS.filter((row) =>
  words.length === 0 ? true : words.some((word) => nameOf(row).toLowerCase().includes(word.toLowerCase())),
);
if (wanted.length === 0) throw new Error(`no row is named like ${words.join(" or ")}`);

const { tarball } = await pack();
const suite = await bundleSuite();
const expected = await native(suite);
console.log(`native Rust gave ${expected.verdicts.length} verdicts; ${expected.checks} checks a row\n`);

let failed = 0;
for (const [at, row] of wanted.entries()) {
  const started = Date.now();
  const wrong = await outcome(row, `row-${at}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`  ${wrong === null ? "passed" : "FAILED"} ${seconds} s  ${nameOf(row)}`);
  if (wrong === null) continue;
  failed += 1;
  console.log(`${wrong.trimEnd()}\n`.replaceAll(/^/gm, "      "));
}
await closeBrowser();
if (words.length === 0 && failed === 0) {
  if (process.argv.includes("--write")) writeTable(ROWS);
  else if (!checkTable(ROWS)) failed += 1;
}
console.log(`\n${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Null where the row does what it has to, else what is wrong. */
async function outcome(row, directory) {
  try {
    const outcomes = [await row.run(project)].flat();
    return outcomes.map(difference).find((wrong) => wrong !== null) ?? null;
  } catch (error) {
    return `did not run: ${error.stack ?? error}`;
  }

  /** An empty project with the tarball, the suite and these files in it. */
  function project(files, type) {
    const own = { "suite.mjs": readFileSync(suite, "utf8") };
    return emptyProject(tarball, directory, { ...own, ...files }, type);
  }
}

function difference({ passed, failures, verdicts }) {
  if (failures.length > 0) return `${failures.length} checks failed:\n${failures.slice(0, 10).join("\n")}`;
  if (passed !== expected.checks) return `${passed} checks ran, not ${expected.checks}`;
  const at = expected.verdicts.findIndex((verdict, at) => verdict !== verdicts[at]);
  if (at >= 0) return `native Rust  ${expected.verdicts[at]}\nfound        ${verdicts[at]}`;
  return verdicts.length === expected.verdicts.length ? null : `${verdicts.length} verdicts`;
}
