// The command line itself: help, colour, secrets, mistakes.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { paint } from "../../pkg/cli/paper.js";
import { answer, gate, MAIN, PROJECT, SAMPLE, SECRET, withFiles } from "./command.js";

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

test("help: of nothing is the help of all, of what is no command a mistake", async () => {
  const all = await gate(["--help"]);
  for (const asked of [["help"], ["help", "--json"], ["-h"]]) assert.deepEqual(await gate(asked), all);
  const { code, stderr } = await gate(["help", "constructor"]);
  assert.equal(code, 2);
  assert.match(stderr, /there is no command "constructor"/);
});

test("help: no example puts a secret into the shell's history", async () => {
  for (const name of COMMANDS) {
    assert.doesNotMatch((await gate([name, "--help"])).stdout, /SECRET=/);
  }
});

test("colour: only on a terminal, and not under NO_COLOR", async (t) => {
  for (const env of [{}, { FORCE_COLOR: "1" }]) {
    const { stdout } = await gate(["verify"], { input: SAMPLE.body, env: { ...SECRET, ...env } });
    assert.ok(stdout.startsWith("✔ genuine\n"));
    assert.ok(!stdout.includes(ESCAPE));
  }
  const { NO_COLOR, TERM } = process.env;
  t.after(() => Object.assign(process.env, { NO_COLOR: NO_COLOR ?? "", TERM: TERM ?? "" }));
  const painted = (env) => {
    Object.assign(process.env, { NO_COLOR: "", TERM: "xterm", ...env });
    return paint({ isTTY: true }).good("✔");
  };
  assert.equal(painted({}), `${ESCAPE}[32;1m✔${ESCAPE}[0m`);
  assert.equal(painted({ NO_COLOR: "1" }), "✔");
  assert.equal(painted({ TERM: "dumb" }), "✔");
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
      [["verify", "--max-body-bytes", "999999999999"], /maxBodyBytes to be from 1 to 33554432/],
      [["verify", "a", "b"], /reads one file, and 2 were given/],
      [["verify", "--secret-env", "UNSET"], /a variable that --secret-env names is not set/],
      [["verify", "--secret-env", "EMPTY"], /a variable that --secret-env names is empty/],
      [["verify", "--secret-env", "HUNTER2"], /a variable that --secret-env names is not set/],
      [["verify", "--secret-file", "empty"], /the secret file is empty/],
      [["verify", "--secret-file", "hunter2"], /cannot read the secret file: it does not exist/],
      [["verify", "--secret-env", "hunter2"], /a variable that --secret-env names is not set/],
      [["verify", "/dev/zero"], /the file "\/dev\/zero" is larger than 64 MB/],
      [["verify", "absent.json"], /cannot read the file "absent.json": it does not exist/],
      [["verify", ""], /cannot read the file "": it does not exist/],
      [["verify", "."], /cannot read the file ".": it is a directory/],
      [["sign", "--secret-env=A", "--secret-env=B"], /sign signs with one secret, and 2 were named/],
      [["status", "--us-person", "maybe"], /--us-person takes yes or no/],
      [["status", "--strategy", "NONE"], /strategy/],
      [["document", "empty"], /needs --provider and --type/],
      [["document", "empty", "--provider=x", "--type=W9"], /--provider takes conomy or connect/],
      [
        ["document", "empty", "--provider=connect", "--type=W9", "--accept", ""],
        /--accept takes a content type/,
      ],
      [["document", "absent.pdf", "--provider=connect", "--type=W9"], /cannot read the file "absent.pdf"/],
      [["document", ".", "--provider=connect", "--type=W9"], /cannot read the file ".": it is a directory/],
    ];
    const env = { ...SECRET, A: "a", B: "b", EMPTY: "" };
    for (const [args, expected] of mistakes) {
      const { code, stdout, stderr } = await gate(args, { input: "{}", env, cwd });
      const shown = stdout + stderr;
      assert.equal(code, 2, `${args}: ${shown}`);
      assert.match(shown, expected);
      assert.doesNotMatch(shown, /hunter2|\n {4}at /i);
    }
  });
});

test("mistakes: exit code 2 where standard error cannot be written", async () => {
  const command = `"${process.execPath}" "${MAIN}" foo`;
  const full = await answer("sh", ["-c", `${command} 2>/dev/full`], { env: {}, cwd: PROJECT });
  assert.equal(full.code, 2);
  const closed = `{ { sleep 1; ${command} 2>&1; echo $? >&3; } | true; } 3>&1`;
  const { stdout } = await answer("sh", ["-c", closed], { env: {}, cwd: PROJECT });
  assert.equal(stdout, "2\n");
});

test("mistakes: without its variable, the default's name is told", async () => {
  const { code, stderr } = await gate(["verify"], { env: {} });
  assert.equal(code, 2);
  assert.match(stderr, /the variable CONOMY_WEBHOOK_SECRET is not set/);
});

test("mistakes are JSON, too", async () => {
  const { code, stdout, stderr } = await gate(["verify", "--json", "--nonsense"]);
  assert.deepEqual([code, stderr], [2, ""]);
  assert.equal(JSON.parse(stdout).error.code, "usage");
});
