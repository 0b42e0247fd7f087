// Several deliveries in what is pasted, and log records that look like one: no "genuine" for what may be another's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sign } from "../../pkg/inline.js";
import { gate, SECRET } from "./command.js";

const secret = SECRET.CONOMY_WEBHOOK_SECRET;
const signed = (id) =>
  sign({ event: "Transaction.Captured", data: { transaction: { id, status: "CAPTURED" } } }, secret).body;
const genuine = signed("1");
const second = signed("2");
const forged = genuine.replace("CAPTURED", "REFUNDED");
const object = JSON.parse(genuine);
const KEY = "Transaction.Captured:1:CAPTURED";

const BESIDE = /another delivery stands beside it/;
const INSIDE = /another delivery stands inside it/;

test("a forged delivery beside a genuine one is refused, wherever it stands", async () => {
  const inputs = [
    `${forged}\n${genuine}`,
    `${genuine}${forged}`,
    `[${forged},${genuine}]`,
    JSON.stringify({ body: forged, previous: genuine }),
    JSON.stringify({ body: JSON.parse(forged), previous: genuine }),
  ];
  for (const input of inputs) {
    for (const command of ["verify", "explain"]) {
      const { code, answer } = await json(command, input);
      assert.deepEqual([code, (answer.error ?? answer.diagnosis).code], [1, "signature_mismatch"], input);
      assert.match(answer.cut.at(-1), BESIDE);
    }
    const { code, answer } = await json("key", input);
    assert.deepEqual([code, answer.error.code], [2, "usage"], input);
    assert.match(answer.error.message, /several deliveries here, with different keys/);
  }
});

test("of several genuine ones the first is told, and that there are others", async () => {
  const { code, answer } = await json("verify", `${genuine}\n${second}`);
  assert.deepEqual([code, answer.delivery.idempotencyKey], [0, KEY]);
  assert.match(answer.cut.at(-1), BESIDE);
  assert.equal((await json("key", `${genuine}\n${second}`)).code, 2);
});

test("copies of one delivery are one", async () => {
  for (const input of [`${genuine}\n${genuine}`, JSON.stringify({ raw: genuine, body: object })]) {
    const { code, answer } = await json("verify", input);
    assert.equal(code, 0);
    assert.doesNotMatch(answer.cut.join(), BESIDE);
    assert.equal((await json("key", input)).answer.idempotencyKey, KEY);
  }
  const redacted = JSON.stringify({ raw: genuine, body: { ...object, signature: "[Redacted]" } });
  assert.equal((await json("verify", redacted)).code, 0);
});

const RECORDS = {
  "with the signature beside the body": { level: "warn", signature: object.signature, body: genuine },
  "whose data is the body": { type: "webhook", data: genuine },
  "whose event is an object": { event: { kind: "event" }, transaction: { id: "apm" }, message: genuine },
};

for (const [name, record] of Object.entries(RECORDS)) {
  test(`a delivery is found in a log record ${name}`, async () => {
    for (const command of ["verify", "explain", "key"]) {
      const { code, answer } = await json(command, JSON.stringify(record));
      assert.equal(code, 0, command);
      assert.equal(answer.cut.length, command === "key" ? 2 : 1);
      if (command !== "explain") assert.equal((answer.delivery ?? answer).idempotencyKey, KEY);
    }
  });
}

test("a delivery is found in a cell of CSV", async () => {
  const { code, answer } = await json("verify", `2026-11-22,"${genuine.replaceAll('"', '""')}",200`);
  assert.deepEqual([code, answer.delivery.idempotencyKey], [0, KEY]);
  assert.equal(answer.cut.at(-1), "undid the quotes of CSV");
});

test("what looks like a delivery is judged as a whole, and says what is inside", async () => {
  const records = [
    { event: "webhook.received", data: { body: genuine } },
    { specversion: "1.0", type: "com.example", data: object },
  ];
  for (const record of records) {
    const input = JSON.stringify(record);
    const { code, answer } = await json("verify", input);
    assert.deepEqual([code, answer.error.code], [1, "signature_missing"]);
    assert.match(answer.cut.at(-1), INSIDE);
    assert.equal((await json("key", input)).code, 2);
  }
});

async function json(command, input) {
  const { code, stdout } = await gate([command, "--json"], { input });
  return { code, answer: JSON.parse(stdout) };
}
