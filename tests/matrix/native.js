// What native Rust answers to every call.

import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import * as gate from "../../pkg/inline.js";
import * as guidance from "../../pkg/guidance-inline.js";
import { environment } from "../../scripts/lib/environment.mjs";
import { ROOT } from "../../scripts/lib/paths.mjs";

/** Its verdicts, and how many checks every row has to pass. */
export async function native(suite) {
  const { callsOf, countChecks, nativeVerdicts, vectors } = await import(pathToFileURL(suite).href);
  const lines = callsOf(vectors).map((call) => JSON.stringify(call));
  const printed = (await answers(`${lines.join("\n")}\n`)).trimEnd().split("\n");
  if (printed.length !== lines.length) throw new Error(`${lines.length} calls, ${printed.length} answers`);
  return { checks: countChecks(gate, guidance), verdicts: nativeVerdicts(vectors, printed) };
}

function answers(calls) {
  return new Promise((resolve, reject) => {
    const args = ["run", "--quiet", "--locked", "--example", "verdicts"];
    const child = spawn("cargo", args, {
      cwd: ROOT,
      env: environment(),
      stdio: ["pipe", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`the example verdicts ended with ${code}`)),
    );
    child.stdin.on("error", () => {}); // it ended early, and its exit code says so
    child.stdin.end(calls);
  });
}
