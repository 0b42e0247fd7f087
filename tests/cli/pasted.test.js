// Payloads as they are pasted from logs: the delivery is found, and what was cut is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sign } from "../../pkg/inline.js";
import { gate, HEADER_SAMPLE, SAMPLE, SECRET } from "./command.js";

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

const inner = JSON.parse(body);
const event = "Transaction.Failed";
const headerBody = HEADER_SAMPLE.body;

/** What holds a genuine delivery, in a last member, and is refused for itself; the header it came with. */
const HOLDING = {
  "a signature that is a number": [{ event, data: {}, signature: 5 }, "signature_malformed"],
  "a signature that is null": [{ event, data: {}, signature: null }, "signature_malformed"],
  "a signature, and data": [{ data: "x", signature: "0000" }, "signature_malformed"],
  "a transaction of its own": [
    { eventType: "payment.settled", transaction: { id: "1" }, signature: "0000" },
    "signature_malformed",
  ],
  "no signature": [{ event, data: {} }, "signature_missing"],
  "no signature, but a customer": [{ type: "customer.updated", customer: {} }, "signature_missing"],
  "an event that is a number": [{ event: 5, data: {} }, "signature_missing"],
  "another delivery's signature": [{ event, data: {}, signature: inner.signature }, "signature_mismatch"],
  "a header": [{ eventType: "payment.settled", transaction: {} }, "signature_mismatch", header],
};

for (const [name, [outer, expected, more = []]] of Object.entries(HOLDING)) {
  test(`what holds a genuine delivery is refused for itself: ${name}`, async () => {
    const held = more === header ? headerBody : body;
    for (const g of [JSON.parse(held), held, [{ log: held }]]) {
      await isRefused(JSON.stringify({ ...outer, g }), expected, more);
    }
  });
}

test("what holds a genuine delivery is refused for itself: names that are there twice", async () => {
  const twice = [
    `{"event":"${event}","data":{},"signature":"${inner.signature}","signature":5,"g":${body}}`,
    `{"event":"${event}","event":5,"data":{},"g":${body}}`,
    `{"event":"${event}","data":{},"data":"x","signature":"","g":${inString}}`,
  ];
  for (const outer of twice) await isRefused(outer, "duplicate_member");
});

test("what holds a genuine delivery is refused for itself: what is too deep", async () => {
  const deep = `${"[".repeat(500)}${"]".repeat(500)}`;
  await isRefused(`{"event":"${event}","data":${deep},"g":${body}}`, "body_too_deep");
});

/** By both commands, as it is, in a line, and in a log record; nor does `key` tell of what it holds. */
async function isRefused(outer, expected, more = []) {
  const inputs = [outer, `x ${outer}`, JSON.stringify(outer)];
  // A record beside a header is refused as the body that it says it is.
  if (more.length === 0) inputs.push(JSON.stringify({ level: "info", body: outer }));
  for (const input of inputs) {
    for (const command of ["verify", "explain"]) {
      const { code, stdout } = await gate([command, "--json", ...more], { input });
      const { error, diagnosis } = JSON.parse(stdout);
      assert.deepEqual([code, (error ?? diagnosis)?.code], [1, expected], `${command}: ${input}`);
    }
    if (more.length > 0) continue;
    const { stdout, stderr } = await gate(["key"], { input, env: {} });
    assert.ok(!`${stdout}${stderr}`.includes(SAMPLE.expect.idempotencyKey), `key: ${input}`);
  }
}

test("a broken object is not looked into", async () => {
  const broken = [
    `{"event":"${event}","data":{},"g":${body}`,
    `{"event":"${event}",,"data":{},"g":${body}}`,
    `{ "event":"${event}",\n"g":${inString}`,
  ];
  for (const input of broken.flatMap((text) => [text, `x ${text}`, `${text} x`])) {
    const { code, stdout } = await gate(["verify", "--json"], { input });
    assert.deepEqual([code, JSON.parse(stdout).error?.code], [1, "body_not_json"], input);
  }
});

test("key, verify and explain read the same of a log record that names an event", async () => {
  const input = JSON.stringify({ event: "webhook.received", level: "info", body: inner });
  const verified = JSON.parse((await gate(["verify", "--json"], { input })).stdout);
  const explained = JSON.parse((await gate(["explain", "--json"], { input })).stdout);
  const key = JSON.parse((await gate(["key", "--json"], { input })).stdout);
  assert.deepEqual([verified.ok, explained.ok], [true, true]);
  assert.equal(key.idempotencyKey, verified.delivery.idempotencyKey);
  assert.deepEqual([explained.cut, key.cut.slice(0, -1)], [verified.cut, verified.cut]);
});

test("beside a header, a delivery is found in a line", async () => {
  for (const input of [`body=${headerBody}`, `body=${JSON.stringify(headerBody)} x`]) {
    const { code } = await gate(["verify", ...header], { input });
    assert.equal(code, 0, input);
  }
});

test("status: looks into records of any shape", async () => {
  const answer = { isCompliant: true, nextAction: null, onboardingStatus: "APPROVED", checks: [] };
  const input = JSON.stringify({ type: "http", data: { response: JSON.stringify(answer) } });
  const { code, stdout } = await gate(["status", "--json"], { input });
  assert.deepEqual([code, JSON.parse(stdout).cut], [0, ["took the string at .data.response"]]);
});

test("what holds no delivery is refused as it is", async () => {
  for (const input of ["", "\n", "nothing here", "{", "{".repeat(3000), `${"{".repeat(300)}"`]) {
    const { code, stdout } = await gate(["verify", "--json"], { input });
    assert.deepEqual([code, JSON.parse(stdout).ok], [1, false]);
  }
});

test("key: a logged payload's key, and nothing else, on standard output", async () => {
  const input = JSON.stringify({ body: HEADER_SAMPLE.body });
  const { code, stdout, stderr } = await gate(["key"], { input, env: {} });
  assert.deepEqual(
    [code, stdout, stderr],
    [0, `${HEADER_SAMPLE.expect.idempotencyKey}\n`, "took the string at .body\n"],
  );
});

test("key: of what has a signature, verify knows more", async () => {
  const customer = {
    event: "customer.levelChanged",
    data: { customer: { id: "c", operationLevel: "BASIC" } },
  };
  const signed = JSON.parse(sign(customer, SECRET.CONOMY_WEBHOOK_SECRET).body);
  for (const [more, isSame] of [
    [{}, true],
    [{ timestamp: "2024-01-01T00:00:00Z" }, false],
  ]) {
    const input = JSON.stringify({ ...customer, ...more, signature: signed.signature });
    const verified = JSON.parse((await gate(["verify", "--json"], { input })).stdout);
    const { stdout, stderr } = await gate(["key"], { input, env: {} });
    assert.equal(stdout === `${verified.delivery.idempotencyKey}\n`, isSame);
    assert.equal(stderr, "what its signature covers decides the key: verify gives the right one\n");
  }
});

test("key: bytes that are no text have none", async () => {
  const input = Buffer.from('{"event":"e","data":{"transaction":{"id":"\xff","status":"S"}}}', "latin1");
  const { code, stdout, stderr } = await gate(["key"], { input, env: {} });
  assert.deepEqual([code, stdout], [1, ""]);
  assert.match(stderr, /^compliance-gate: body_not_utf8: /);
  const verified = await gate(["verify", "--json"], { input });
  assert.equal(JSON.parse(verified.stdout).error.code, "body_not_utf8");
});

test("key: what identifies nothing has a key of every byte, and that is said", async () => {
  const { code, stdout, stderr } = await gate(["key"], { input: '{"event":"e","data":{}}', env: {} });
  assert.equal(code, 0);
  assert.match(stdout, /^e:%sha256:[0-9a-f]{64}\n$/);
  assert.match(stderr, /a hash of every byte/);
});

test("key: what has no delivery's members has none", async () => {
  for (const input of [
    '{"a":1}',
    '{"level":30,"msg":"x"}',
    '{"event":"e"}',
    JSON.stringify({ log: '{"a":1}' }),
  ]) {
    const { code, stdout, stderr } = await gate(["key"], { input, env: {} });
    assert.deepEqual([code, stdout], [1, ""], input);
    assert.match(stderr, /^compliance-gate: no_delivery: found nothing that has a delivery's members/);
    const machine = JSON.parse((await gate(["key", "--json"], { input, env: {} })).stdout);
    assert.deepEqual([machine.ok, machine.error.code, machine.error.status], [false, "no_delivery", 400]);
  }
  const lines = Array.from({ length: 300 }, (_, n) => JSON.stringify({ level: 30, n })).join("\n");
  const { code, stderr } = await gate(["key"], { input: lines, env: {} });
  assert.equal(code, 1);
  assert.match(stderr, /^compliance-gate: no_delivery: the search stopped at a limit/);
});
