// `npm test`: every suite. `npm test -- rust js`: these. The same command for people and CI.

import { environment, nodeBinary } from "./lib/environment.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { stream } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";
import { SUITES } from "./lib/suites.mjs";

/** @typedef {import("./lib/suites.mjs").Suite & { passed: boolean, seconds: number, end: string }} Result */

/** So many characters of a failed suite's output are printed again after the results, where people look. */
const END = 4000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  fail(
    `There is no suite ${unknown.join(", ")}. The suites are ${SUITES.map(({ name }) => name).join(", ")}.`,
  );
} else {
  await main(wanted.length === 0 ? [...SUITES] : SUITES.filter(({ name }) => wanted.includes(name)));
}

/** @param {import("./lib/suites.mjs").Suite[]} suites */
async function main(suites) {
  try {
    await setUp("test");
  } catch (error) {
    return fail(error);
  }
  /** @type {Result[]} */
  const results = [];
  for (const suite of suites) results.push(await runSuite(suite));
  report(results);
}

/** @param {import("./lib/suites.mjs").Suite} suite @returns {Promise<Result>} */
async function runSuite(suite) {
  console.log(`\n━━ ${suite.name}: ${suite.why}\n`);
  const started = Date.now();
  let end = "";
  const code = await stream(nodeBinary(), [fromRoot("scripts", "suites", `${suite.name}.mjs`)], {
    env: environment(),
    tee: (text) => {
      end = (end + text).slice(-END);
    },
  });
  return { ...suite, passed: code === 0, seconds: (Date.now() - started) / 1000, end };
}

/** @param {Result[]} results */
function report(results) {
  console.log("\n━━ results\n");
  for (const { name, passed, seconds } of results) {
    console.log(`  ${passed ? "passed" : "FAILED"}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const failed = results.filter(({ passed }) => !passed);
  for (const { name, end } of failed) console.log(`\n━━ the end of ${name}\n\n${end.trimEnd()}`);
  if (failed.length > 0) process.exitCode = 1;
  console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
}
