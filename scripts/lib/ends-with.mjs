// Loaded into wrangler, which by itself lives on when whoever started it is killed, and when a runtime is that it cannot
// replace: it holds the port and answers nothing. Here it ends.

import { subscribe } from "node:diagnostics_channel";
import { basename } from "node:path";

const REPLACED_WITHIN_MS = 3_000;
const ANSWERS_WITHIN_MS = 5_000;

const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 500).unref();

subscribe("child_process", (message) => {
  const { process: child } = /** @type {{ process: import("node:child_process").ChildProcess }} */ (message);
  child.once("exit", (code, signal) => {
    if (!basename(child.spawnfile ?? "").startsWith("workerd")) return;
    setTimeout(() => endUnlessHealthy(signal ?? `exit code ${code}`), REPLACED_WITHIN_MS).unref();
  });
});

/** @param {string} why */
async function endUnlessHealthy(why) {
  try {
    await fetch(`http://${argument("--ip")}:${argument("--port")}/healthz`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
  } catch {
    console.error(`Error: the runtime ended (${why}), and the one in its place does not answer.`);
    process.exit(1);
  }
}

/** @param {string} name */
function argument(name) {
  return process.argv[process.argv.indexOf(name) + 1];
}
