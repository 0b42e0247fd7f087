// The README's commands, run as they stand there where the package is installed.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { answer, PROJECT, ROOT, SAMPLE, SECRET } from "./command.js";

const STATUS = {
  isCompliant: false,
  onboardingStatus: "AWAITING_DOCUMENTS",
  nextAction: "UPLOAD_DOCUMENT",
  checks: [{ type: "DOC_FATCA", passed: false, required: true, suggestedAction: "UPLOAD_DOCUMENT" }],
};
const FILES = {
  "delivery.json": SAMPLE.body,
  "app.log": `INFO started\nWARN webhook refused body=${SAMPLE.body.replace("CAPTURED", "RECEIVED")}\n`,
  "answer.json": JSON.stringify(STATUS),
};

test("the README's commands do what it says", async () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, section] = readme.split("## On the command line");
  const [, commands] = /```sh\n(.*?)```/s.exec(section) ?? [];
  const [, printed] = /```text\n(.*?)```/s.exec(section) ?? [];
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(PROJECT, name), content);
  // npm's npx, under the Node that runs this test.
  const env = { ...SECRET, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: process.env.HOME };
  const answers = [];
  for (const line of commands.trim().split("\n")) {
    answers.push(await answer("sh", ["-c", line], { env, cwd: PROJECT }));
  }
  for (const name of Object.keys(FILES)) rmSync(join(PROJECT, name));
  const [verified, explained, status] = answers;
  assert.deepEqual([verified.code, explained.code, status.code], [0, 1, 0], JSON.stringify(answers));
  assert.match(verified.stdout, /^✔ genuine\n/);
  assert.match(explained.stdout, /^✘ refused: signature_mismatch\n/);
  assert.equal(status.stdout, printed);
});
