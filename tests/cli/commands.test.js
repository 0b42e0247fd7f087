// What each command answers, to people and to machines, and how it exits.
import assert from "node:assert/strict";
import { truncateSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gate, HEADER_SAMPLE, SAMPLE, SECRET, vectors, withFiles } from "./command.js";

const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n", "latin1");
const MISSING_W9 = {
  isCompliant: false,
  onboardingStatus: "PROCESSING",
  nextAction: "UPLOAD_DOCUMENT",
  checks: [{ type: "DOC_FATCA", passed: false, required: true, suggestedAction: "UPLOAD_DOCUMENT" }],
};

test("verify: a genuine delivery, for people", async () => {
  const { code, stdout, stderr } = await gate(["verify"], { input: SAMPLE.body });
  assert.deepEqual([code, stderr], [0, ""]);
  assert.equal(
    stdout,
    `✔ genuine
  event            Transaction.Captured
  transaction      67a0307eaddea901a60144ec  CAPTURED
  idempotency key  Transaction.Captured:67a0307eaddea901a60144ec:CAPTURED
  content id       ${SAMPLE.expect.contentId}
  signed           the whole body, as received; signature in the body
  key              CONOMY_WEBHOOK_SECRET
`,
  );
});

test("verify: no signature, and where it may be", async () => {
  const { code, stdout } = await gate(["verify"], { input: HEADER_SAMPLE.body });
  assert.equal(code, 1);
  assert.match(stdout, /^✘ refused: signature_missing\n/);
  assert.match(stdout, /--header 'X-Webhook-Signature: …'\n$/);
});

test("verify: what a body cannot do to a terminal", async () => {
  const event = "\u001b[2J\u202eevil\u0007\n✔ genuine";
  const signed = await gate(["sign"], { input: JSON.stringify({ event, data: {} }) });
  const { code, stdout } = await gate(["verify"], { input: signed.stdout });
  assert.equal(code, 0);
  assert.ok(stdout.includes("\\u001b[2J\\u202eevil\\u0007\\u000a✔ genuine"), stdout);
  for (const character of "\u001b\u202e\u0007") assert.ok(!stdout.includes(character));
});

test("explain: a cause, how certain it is, and no secret", async () => {
  const secret = `${SECRET.CONOMY_WEBHOOK_SECRET}\n`;
  const { code, stdout } = await gate(["explain"], {
    input: SAMPLE.body,
    env: { CONOMY_WEBHOOK_SECRET: secret },
  });
  assert.equal(code, 1);
  assert.match(stdout, /^✘ refused: signature_mismatch\n {2}certain {2}secret_whitespace\n/);
  assert.doesNotMatch(stdout, /WEBHOOK_SECRET\b(?<!CONOMY_WEBHOOK_SECRET)/);
  const genuine = await gate(["explain", "--json"], { input: SAMPLE.body });
  assert.deepEqual([genuine.code, JSON.parse(genuine.stdout).diagnosis.verified], [0, true]);
});

test("explain: every vector of diagnosis that an option can say has its cause", async () => {
  const told = vectors("diagnosis").filter(
    ({ options, body, header = "" }) =>
      Object.keys(options).length === 1 &&
      typeof [options.keys].flat()[0] === "string" &&
      typeof body === "string" &&
      typeof header === "string",
  );
  assert.ok(told.length > 15, `${told.length} vectors`);
  for (const { options, body, header, code, cause, name } of told.slice(0, 20)) {
    const env = Object.fromEntries([options.keys].flat().map((secret, at) => [`KEY_${at}`, secret]));
    const named = Object.keys(env).map((variable) => `--secret-env=${variable}`);
    const sent = header === undefined ? [] : ["-H", `x-webhook-signature: ${header}`];
    const { stdout } = await gate(["explain", "--exact", "--json", ...named, ...sent], { input: body, env });
    const { diagnosis } = JSON.parse(stdout);
    const [first] = diagnosis.causes;
    assert.deepEqual(
      [diagnosis.code, first && { code: first.code, proved: first.proved }],
      [code, cause ?? undefined],
      name,
    );
  }
});

test("sign: the body exactly, which verifies; the header on standard error", async () => {
  const input = '{"event":"e","data":{}}';
  const inBody = await gate(["sign"], { input: `${input}\n` });
  assert.match(inBody.stdout, /^\{"event":"e","data":\{\},"signature":"[0-9a-f]{64}"\}$/);
  assert.equal((await gate(["verify", "--exact"], { input: inBody.stdout })).code, 0);
  const inHeader = await gate(["sign", "--dialect", "header"], { input });
  assert.equal(inHeader.stdout, input);
  assert.match(inHeader.stderr, /^X-Webhook-Signature: [0-9a-f]{64}\n$/);
  const header = inHeader.stderr.trim();
  assert.equal((await gate(["verify", "--exact", "-H", header], { input })).code, 0);
  const json = JSON.parse((await gate(["sign", "--json"], { input })).stdout);
  assert.deepEqual([json.ok, json.body], [true, inBody.stdout]);
  const again = await gate(["sign"], { input: inBody.stdout });
  assert.deepEqual([again.code, again.stdout], [1, ""]);
  assert.match(again.stderr, /^compliance-gate: already_signed: /);
});

test("status: the next step, for people", async () => {
  const input = JSON.stringify({ message: "m", data: MISSING_W9, traceId: "t" });
  const { code, stdout } = await gate(["status", "--nationality", "US", "--customer-id", "c-1"], { input });
  assert.equal(code, 0);
  assert.match(stdout, /^→ A document is missing\.\n {2}next +UPLOAD_DOCUMENT\n {2}who +the customer\n/);
  assert.match(stdout, /\n {2}due +DOC_FATCA {2}UPLOAD_DOCUMENT {2}W9\n/);
  assert.match(stdout, /\n {2}call +POST \/v1\/compliance\/upload-doc/);
});

test("status: contradictions and polls are shown, logs are read, JSON is the library's", async () => {
  const waiting = {
    isCompliant: true,
    onboardingStatus: "PROCESSING",
    nextAction: "WAIT",
    checks: [{ type: "KYC_STATUS", passed: false, required: true, suggestedAction: "WAIT" }],
  };
  const people = await gate(["status"], { input: `answer: ${JSON.stringify(waiting)}` });
  assert.match(people.stdout, /^→ Wait/);
  assert.match(people.stdout, /\n {2}ask again +in \d+ s\n/);
  assert.match(people.stdout, /\n {2}disagrees +compliant_with/);
  assert.match(people.stdout, /\n {2}note +cut 8 characters before the JSON: "answer: "\n$/);
  const { interpretStatus } = await import("compliance-gate/guidance");
  const machine = await gate(["status", "--json", "--us-person=yes"], { input: JSON.stringify(MISSING_W9) });
  assert.deepEqual(JSON.parse(machine.stdout), {
    ok: true,
    guidance: interpretStatus(MISSING_W9, { usPerson: true }),
    cut: [],
  });
});

test("status: what is none is refused with its code", async () => {
  for (const [input, expected] of [
    ["", "status_empty"],
    ['{"a":1}', "status_not_status"],
    ["x", "status_not_json"],
  ]) {
    const people = await gate(["status"], { input });
    assert.deepEqual([people.code, people.stdout], [1, ""]);
    assert.ok(people.stderr.startsWith(`compliance-gate: ${expected}: `), people.stderr);
    const machine = await gate(["status", "--json"], { input });
    assert.deepEqual(
      [machine.code, JSON.parse(machine.stdout).error.code, machine.stderr],
      [1, expected, ""],
    );
  }
});

test("document: good, refused, and what to send in its place", async () => {
  await withFiles({ "w9.pdf": PDF, "w9.txt": "" }, async (cwd) => {
    const w9 = ["--provider", "connect", "--type", "w9"];
    const good = await gate(["document", "w9.pdf", ...w9, "--us-person", "yes"], { cwd });
    assert.deepEqual(
      [good.code, good.stdout],
      [0, "✔ it would do\n  type       W9\n  satisfies  DOC_FATCA\n"],
    );
    const empty = await gate(["document", "w9.txt", ...w9], { cwd });
    assert.equal(empty.code, 1);
    assert.match(empty.stdout, /^✘ it would not do\n[\s\S]*because +empty: /);
    const piped = await gate(["document", ...w9, "--us-person", "no", "--json"], { input: PDF });
    assert.equal(piped.code, 1);
    assert.deepEqual(JSON.parse(piped.stdout).validation.alternatives, ["W8BEN"]);
    const large = await gate(["document", "w9.pdf", ...w9, "--max-bytes=3", "--accept=image/*", "--json"], {
      cwd,
    });
    const codes = JSON.parse(large.stdout).validation.problems.map((problem) => problem.code);
    assert.ok(codes.includes("too_large") && codes.includes("content_type_not_accepted"), codes.join());
  });
});

test("document: of any size, of which the first bytes are read", async () => {
  const size = 70_000_000;
  await withFiles({ "large.pdf": PDF }, async (cwd) => {
    truncateSync(join(cwd, "large.pdf"), size);
    const input = Buffer.concat([PDF, Buffer.alloc(size - PDF.length)]);
    for (const [args, more] of [
      [["large.pdf"], { cwd }],
      [["-"], { cwd, input }],
    ]) {
      const asked = ["document", ...args, "--provider=conomy", "--type=source_of_funds", "--json"];
      const good = await gate(asked, more);
      assert.deepEqual([good.code, JSON.parse(good.stdout).validation.problems], [0, []]);
      const large = await gate([...asked, "--max-bytes=5000000"], more);
      const [{ code, message }] = JSON.parse(large.stdout).validation.problems;
      assert.deepEqual([large.code, code], [1, "too_large"]);
      assert.match(message, /at most 5000000 bytes, found 70000000/);
    }
  });
});
