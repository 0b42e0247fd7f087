// One visible step of setup: what it does, a sign of life, how long it took.

const WIDTH = 16;

/**
 * What a step's work is given to report with: `say` prints a line under the step's name.
 * @typedef {(line: string) => void} Say
 */

/**
 * Runs a step unless it is done already. Steps may run at the same time; every line carries its step's name.
 * @param {string} name
 * @param {() => boolean} isDone must be quick: it is all a second setup does
 * @param {(say: Say) => Promise<unknown>} work
 */
export async function step(name, isDone, work) {
  const started = Date.now();
  const say = (/** @type {string} */ line) =>
    console.log(`  ${name.padEnd(WIDTH)} ${seconds(started)}  ${line}`);
  if (isDone()) return say("ready");
  await work(say);
  if (!isDone()) throw new Error(`${name}: the work went well, and yet it is not there`);
  say("done");
}

/** Prints in plain words why a script ended, and sets its exit code. @param {unknown} error */
export function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`;
}
