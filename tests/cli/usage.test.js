// The command line itself: help, colour, secrets, mistakes.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answer, gate, PROJECT, SAMPLE, SECRET, withFiles } from "./command.js";

const ESCAPE = "\u001b";
const COMMANDS = ["verify", "explain", "sign", "key", "status", "document"];

test("npm links the command, which finds its Node", async () => {
  const command = join(PROJECT, "node_modules", ".bin", "compliance-gate");
  assert.ok(existsSync(command));
  const { code, stdout } = await answer(command, ["--version"], { env: {}, cwd: PROJECT });
  assert.equal(code, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test("help: every command, every option, within 100 columns", async () => {
  const { code, stdout, stderr } = await gate(["--help"], { env: {} });
  assert.deepEqual([code, stderr], [0, ""]);
  for (const name of COMMANDS) {
    assert.match(stdout, new RegExp(`\n {2}${name} +\\w`));
    for (const asked of [
      [name, "--help"],
      [name, "-h"],
      ["help", name],
    ]) {
      const help = await gate(asked, { env: {} });
      assert.deepEqual([help.code, help.stderr], [0, ""]);
      assert.ok(help.stdout.startsWith(`usage: compliance-gate ${name} [options] [FILE]\n`));
      assert.match(help.stdout, /\nexamples:\n {2}\S/);
      assert.ok(
        help.stdout.split("\n").every((line) => line.length <= 100),
        help.stdout,
      );
    }
  }
});

test("help: of what is no command is the help of all", async () => {
  const all = await gate(["--help"]);
  for (const asked of [["help"], ["help", "constructor"]]) assert.deepEqual(await gate(asked), all);
});

test("help: no example puts a secret into the shell's history", async () => {
  for (const name of COMMANDS) {
    assert.doesNotMatch((await gate([name, "--help"])).stdout, /SECRET=/);
  }
});

test("colour: none into a pipe; NO_COLOR beats FORCE_COLOR", async () => {
  const colour = async (env) =>
    (await gate(["verify"], { input: SAMPLE.body, env: { ...SECRET, ...env } })).stdout;
  const without = await colour({});
  assert.ok(!without.includes(ESCAPE));
  assert.equal(await colour({ FORCE_COLOR: "1", NO_COLOR: "1" }), without);
  assert.equal(await colour({ FORCE_COLOR: "0" }), without);
  const painted = await colour({ FORCE_COLOR: "1" });
  assert.ok(painted.startsWith(`${ESCAPE}[32;1m✔ genuine${ESCAPE}[0m\n`));
  assert.equal(painted.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]*m`, "g"), ""), without);
});

test("secrets: of several files and variables, with their names as ids", async () => {
  await withFiles({ next: "another\n", current: "WEBHOOK_SECRET\r\n" }, async (cwd) => {
    const args = ["verify", "--json", "--secret-file=next", "--secret-file=current"];
    const { code, stdout } = await gate(args, { input: SAMPLE.body, env: {}, cwd });
    const { delivery, cut } = JSON.parse(stdout);
    assert.deepEqual([code, delivery.keyId, cut.length], [0, "current", 2]);
    const named = await gate(["verify", "--json", "--secret-env", "A", "--secret-env", "B"], {
      input: SAMPLE.body,
      env: { A: "another", B: "WEBHOOK_SECRET" },
    });
    assert.equal(JSON.parse(named.stdout).delivery.keyId, "B");
  });
});

test("mistakes: exit code 2, a sentence, and no stack", async () => {
  await withFiles({ empty: "" }, async (cwd) => {
    const mistakes = [
      [[], /^compliance-gate \d/],
      [["foo"], /there is no command "foo"; there are verify, explain/],
      [["constructor"], /there is no command/],
      [["verify", "--secret", "hunter2"], /stays in the shell's history/],
      [["verify", "--secret=hunter2"], /stays in the shell's history/],
      [["verify", "--secert-env", "X"], /has no option --secert-env; did you mean --secret-env\?/],
      [["verify", "--nonsense"], /has no option --nonsense; compliance-gate verify --help/],
      [["verify", "--header"], /--header needs a value/],
      [["verify", "--json=x"], /--json takes no value/],
      [["verify", "--header", "no colon"], /--header takes 'NAME: VALUE'/],
      [["verify", "--dialect", "both"], /--dialect takes auto or body or header, and got "both"/],
      [["verify", "--max-body-bytes", "1k"], /--max-body-bytes takes a whole number/],
      [["verify", "--max-body-bytes", "999999999999"], /maxBodyBytes/],
      [["verify", "a", "b"], /reads one file, and 2 were given/],
      [["verify", "--secret-env", "UNSET"], /the variable UNSET is not set/],
      [["verify", "--secret-file", "empty"], /the secret file "empty" is empty/],
      [["verify", "--secret-file", "absent"], /cannot read the secret file "absent": it does not exist/],
      [["verify", "absent.json"], /cannot read the file "absent.json": it does not exist/],
      [["verify", "."], /cannot read the file ".": it is a directory/],
      [["sign", "--secret-env=A", "--secret-env=B"], /sign signs with one secret, and 2 were named/],
      [["status", "--us-person", "maybe"], /--us-person takes yes or no/],
      [["status", "--strategy", "NONE"], /strategy/],
      [["document", "empty"], /needs --provider and --type/],
      [["document", "empty", "--provider=x", "--type=W9"], /--provider takes conomy or connect/],
    ];
    const env = { ...SECRET, A: "a", B: "b" };
    for (const [args, expected] of mistakes) {
      const { code, stdout, stderr } = await gate(args, { input: "{}", env, cwd });
      const shown = stdout + stderr;
      assert.equal(code, 2, `${args}: ${shown}`);
      assert.match(shown, expected);
      assert.doesNotMatch(shown, /hunter2|\n {4}at /);
    }
  });
});

test("mistakes are JSON, too", async () => {
  const { code, stdout, stderr } = await gate(["verify", "--json", "--nonsense"]);
  assert.deepEqual([code, stderr], [2, ""]);
  assert.equal(JSON.parse(stdout).error.code, "usage");
});
