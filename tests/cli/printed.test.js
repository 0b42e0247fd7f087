// Objects as Python and Node print them, which is no JSON: a delivery among them is judged as a whole, a record searched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { sign } from "../../pkg/inline.js";
import { gate, SECRET } from "./command.js";

const transaction = { id: "1", status: "CAPTURED" };
const { body } = sign({ event: "Transaction.Captured", data: { transaction } }, SECRET.CONOMY_WEBHOOK_SECRET);
const KEY = "Transaction.Captured:1:CAPTURED";

/** As Python's repr does. */
function python(value) {
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value).map(([name, member]) => `${python(name)}: ${python(member)}`);
    return `{${members.join(", ")}}`;
  }
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

const node = (value) => inspect(value, { depth: 9, breakLength: Number.POSITIVE_INFINITY });
const indented = (value) => JSON.stringify(value, null, 2);

const NOTATIONS = {
  "a dict of Python": python,
  "a dict of Python in another's text": (value) => python({ level: "info", body: python(value) }),
  "a dict of Python in a text of JSON": (value) => JSON.stringify({ level: "info", body: python(value) }),
  "a dict of Python in a key=value line": (value) => `level=info body=${JSON.stringify(python(value))}`,
  "Node's inspect": inspect,
  "Node's inspect in its own text": (value) => node({ level: "info", body: node({ body: node(value) }) }),
  "Node's inspect of a class": (value) => `got Delivery ${node(value)}`,
  "Python's text of indented JSON": (value) => python(indented(value)),
  "a key=value line of indented JSON": (value) => `level=info body=${JSON.stringify(indented(value))}`,
};

const altered = { event: "Transaction.Failed", data: { transaction } };

/** What has a delivery's shape, and a genuine delivery in it. */
const ALTERED = {
  "in a last member": { ...altered, note: body },
  "in a first member, before braces in a text": { note: body, "}'": "}'{", ...altered },
  "as an object": { ...altered, note: JSON.parse(body) },
  "beside another signature": { signature: "00", transaction: "x", note: [{ body }] },
};

const RECORDS = {
  "as a text": { level: "info", body },
  "as a text beside headers": { level: "info", req: { headers: { "content-type": "x" }, data: [body] } },
  "as what an event without members is about": { type: "webhook", data: body },
};

for (const [notation, printed] of Object.entries(NOTATIONS)) {
  for (const [name, value] of Object.entries(ALTERED)) {
    test(`${notation}: an altered delivery with a genuine one is refused: ${name}`, async () => {
      const input = printed(value);
      for (const command of ["verify", "explain"]) {
        const { code, stdout } = await gate([command], { input });
        assert.deepEqual([code, stdout.slice(0, 9)], [1, "✘ refused"], input);
      }
      const { stdout, stderr } = await gate(["key"], { input, env: {} });
      assert.ok(!`${stdout}${stderr}`.includes(KEY), input);
    });
  }
  for (const [name, record] of Object.entries(RECORDS)) {
    test(`${notation}: a delivery is found in a record ${name}`, async () => {
      const { code, stdout } = await gate(["verify", "--json"], { input: printed(record) });
      assert.deepEqual([code, JSON.parse(stdout).delivery?.idempotencyKey], [0, KEY], printed(record));
    });
  }
}

test("what was cut off is judged by the members that are left", async () => {
  for (const [cutOff, expected] of [
    [`{ level: 'info', body: '${body}',`, 0],
    [`{'note': '${body}', 'event': 'Transaction.Failed', 'da`, 1],
    [`{ note: '${body}', data: { transaction: {`, 1],
  ]) {
    assert.equal((await gate(["verify"], { input: cutOff })).code, expected, cutOff);
  }
});

test("what escapes nobody can undo is not looked into", async () => {
  const outer = JSON.stringify(JSON.stringify({ event: "\u200b", data: {}, note: body }));
  const { code } = await gate(["verify"], { input: `got ${outer.replace("\u200b", "\\u{200b}")}` });
  assert.equal(code, 1);
});

test("what stands behind such escapes is", async () => {
  const { code } = await gate(["verify"], { input: `ctx={\\"a\\":\\"\\x41\\"} body=${body}` });
  assert.equal(code, 0);
});
