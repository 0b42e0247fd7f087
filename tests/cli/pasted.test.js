// Payloads as they are pasted from logs: the delivery is found, and what was cut is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gate, HEADER_SAMPLE, SAMPLE } from "./command.js";

const { body } = SAMPLE;
const inString = JSON.stringify(body);
const header = ["--header", `X-Webhook-Signature: ${HEADER_SAMPLE.header}`];

/** The input, what is said of it, and arguments. */
const PASTED = {
  "as it was posted": [body, []],
  "with the newline that files end in": [`${body}\n`, []],
  "a body of the header dialect, with such a newline": [
    `${HEADER_SAMPLE.body}\n`,
    ["cut the newline at the end"],
    header,
  ],
  "behind a prefix, before a suffix": [
    `WARN refused body=${body} from=10.0.0.1`,
    [
      'cut 18 characters before the JSON: "WARN refused body="',
      'cut 14 characters behind the JSON: " from=10.0.0.1"',
    ],
  ],
  "behind something in braces": [`{req 12} ${body}`, ['cut 9 characters before the JSON: "{req 12} "']],
  "in quotes of a shell": [
    `'${body}'`,
    [`cut 1 character before the JSON: "'"`, `cut 1 character behind the JSON: "'"`],
  ],
  "as a string": [
    inString,
    [
      `cut 1 character before the JSON: "\\""`,
      `cut 1 character behind the JSON: "\\""`,
      "undid the escapes of a string",
    ],
  ],
  "as a string's content": [inString.slice(1, -1), ["undid the escapes of a string"]],
  "escaped in a key=value line": [
    `level=info body=${inString} x=1`,
    [
      'cut 17 characters before the JSON: "level=info body=\\""',
      'cut 5 characters behind the JSON: "\\" x=1"',
      "undid the escapes of a string",
    ],
  ],
  "a string in a log record": [
    JSON.stringify({ level: "info", req: { body } }),
    ["took the string at .req.body"],
  ],
  "a string in a list in a log record": [
    JSON.stringify({ calls: [{ body }] }),
    ["took the string at .calls[0].body"],
  ],
  "a log record in a log record": [
    JSON.stringify({ log: `${JSON.stringify({ body })}\n` }),
    ["took the string at .log", "took the string at .body"],
  ],
  "an object in a log record": [
    JSON.stringify({ level: "info", body: JSON.parse(body) }),
    ["printed the object at .body again"],
  ],
  "a log record behind a prefix": [
    `2026-11-22 ${JSON.stringify({ body })}`,
    ['cut 11 characters before the JSON: "2026-11-22 "', "took the string at .body"],
  ],
};

for (const [name, [input, cut, more = []]] of Object.entries(PASTED)) {
  test(`verify: ${name}`, async () => {
    const { code, stdout } = await gate(["verify", "--json", ...more], { input });
    const answer = JSON.parse(stdout);
    assert.deepEqual([code, answer.cut], [0, cut]);
    const expected = more === header ? HEADER_SAMPLE.expect : SAMPLE.expect;
    assert.equal(answer.delivery.signedText, expected.signedText);
    assert.equal(answer.delivery.contentId, expected.contentId);
  });
}

test("people are told what was cut, too", async () => {
  const { stdout } = await gate(["verify"], { input: `body=${body}` });
  assert.match(stdout, /\n {2}note +cut 5 characters before the JSON: "body="\n/);
});

test("--exact cuts nothing", async () => {
  const { code, stdout } = await gate(["verify", "--exact", "--json"], { input: `body=${body}` });
  assert.deepEqual([code, JSON.parse(stdout).error.code, JSON.parse(stdout).cut], [1, "body_not_json", []]);
});

test("a refused delivery in a log line is refused for itself, not for the line", async () => {
  const altered = body.replace("CAPTURED", "RECEIVED");
  for (const input of [`x ${altered}`, JSON.stringify({ level: "info", body: altered })]) {
    for (const command of ["verify", "explain"]) {
      const { code, stdout } = await gate([command, "--json"], { input });
      const { error, diagnosis } = JSON.parse(stdout);
      assert.deepEqual([code, (error ?? diagnosis).code], [1, "signature_mismatch"]);
    }
  }
});

test("a genuine delivery inside an altered one makes nothing genuine", async () => {
  const { event, signature } = JSON.parse(body);
  for (const inner of [body, JSON.parse(body)]) {
    const outer = JSON.stringify({ event, data: { inner }, signature });
    for (const input of [outer, `x ${outer}`, JSON.stringify({ body: outer })]) {
      const { code, stdout } = await gate(["verify", "--json"], { input });
      assert.deepEqual([code, JSON.parse(stdout).error?.code], [1, "signature_mismatch"]);
    }
  }
});

test("what holds no delivery is refused as it is", async () => {
  for (const input of ["", "\n", "nothing here", "{", "{".repeat(3000), `${"{".repeat(300)}"`]) {
    const { code, stdout } = await gate(["verify", "--json"], { input });
    assert.deepEqual([code, JSON.parse(stdout).ok], [1, false]);
  }
});

test("key: a logged payload's key, and nothing else, on standard output", async () => {
  const { code, stdout, stderr } = await gate(["key"], { input: JSON.stringify({ body }), env: {} });
  assert.deepEqual(
    [code, stdout, stderr],
    [0, `${SAMPLE.expect.idempotencyKey}\n`, "took the string at .body\n"],
  );
});

test("key: what identifies nothing has a key of every byte, and that is said", async () => {
  const { code, stdout, stderr } = await gate(["key"], { input: '{"a":1}', env: {} });
  assert.equal(code, 0);
  assert.match(stdout, /^%sha256:[0-9a-f]{64}\n$|%sha256:[0-9a-f]{64}\n$/);
  assert.match(stderr, /a hash of every byte/);
});
