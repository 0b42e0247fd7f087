// What every row of the matrix runs, bundled into one file: the conformance suites, and the verdicts.

import { suite as conformance } from "../../js/conformance.js";
import { suite as advice } from "../../js/guidance.js";
import { vectors } from "./vectors.js";
import { verdicts } from "./verdicts.js";

/**
 * Checks the package's libraries: how many checks passed, what failed, and every verdict. `kyc` is the part of `guidance`
 * that has an entry of its own; the verdicts come from it.
 */
export async function check(gate, guidance, kyc = guidance) {
  const failures = [];
  const checks = checksOf(gate, guidance);
  for (const [name, work] of checks) {
    try {
      await work();
    } catch (error) {
      failures.push(`${name}: ${error}`);
    }
  }
  const found = verdicts(gate, { ...guidance, ...kyc }, vectors);
  return { passed: checks.length - failures.length, failures, verdicts: found };
}

function checksOf(gate, guidance) {
  const checks = [];
  const test = (name, work) => checks.push([name, work]);
  conformance(gate, vectors, { test });
  advice(guidance, vectors, { test });
  return checks;
}

export { callsOf } from "./calls.js";
export { nativeVerdicts } from "./verdicts.js";
export { vectors };

/** How many checks there are. */
export function countChecks(gate, guidance) {
  return checksOf(gate, guidance).length;
}
