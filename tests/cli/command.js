// Runs the command as it is installed: the suite `cli` says where.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PROJECT = process.env.COMPLIANCE_GATE_PROJECT ?? "";
if (PROJECT === "") throw new Error("COMPLIANCE_GATE_PROJECT is not set; run `npm test -- cli`");
export const MAIN = join(PROJECT, "node_modules", "compliance-gate", "pkg", "esm", "cli.js");

export const [SAMPLE, HEADER_SAMPLE] = vectors("delivery");
export const SECRET = { CONOMY_WEBHOOK_SECRET: "WEBHOOK_SECRET" };

export function vectors(name) {
  return JSON.parse(readFileSync(join(ROOT, "tests", "vectors", `${name}.json`), "utf8"));
}

/** What the command answers. Of this process's variables it gets PATH alone. */
export function gate(args, { input = "", env = SECRET, cwd = ROOT } = {}) {
  return answer(process.execPath, [MAIN, ...args], { input, env, cwd });
}

/** @returns {Promise<{ code: number | null, stdout: string, stderr: string }>} */
export function answer(command, args, { input, env, cwd }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { PATH: process.env.PATH, ...env } });
    const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout: stdout.text, stderr: stderr.text }));
    child.stdin.on("error", () => {}); // The command may end before it has read everything.
    child.stdin.end(input);
  });
}

function collected(stream) {
  const collected = { text: "" };
  stream.setEncoding("utf8").on("data", (text) => {
    collected.text += text;
  });
  return collected;
}

/** Runs work with a directory of files, which is removed behind it. */
export async function withFiles(files, work) {
  const directory = mkdtempSync(join(tmpdir(), "compliance-gate-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
