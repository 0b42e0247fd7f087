// What a logger, a shell or a gateway made of a delivery; and records in which no whole delivery is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sign } from "../../pkg/inline.js";
import { gate, HEADER_SAMPLE, SAMPLE, SECRET } from "./command.js";

const name = `José O'Brien "x" \\ y`;
const DELIVERY = {
  event: "Transaction.Captured",
  data: { transaction: { id: "1", status: "CAPTURED", name } },
};
const { body } = sign(DELIVERY, SECRET.CONOMY_WEBHOOK_SECRET);
const NO_DELIVERY = /nothing here has a delivery's members/;
const TOO_LONG = /too long to be searched/;

const escaped = (text) => text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
const inBytes = Array.from(Buffer.from(escaped(body)), (byte) =>
  byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
).join("");

/** The input, and what is said of it. */
const WRITTEN = {
  "a shell's argument": [
    `curl -d '${body.replaceAll("'", "'\\''")}' https://gate.example`,
    "undid a shell's quotes",
  ],
  "Python's text": [`DEBUG body='${escaped(body)}' from=10.0.0.1`, "undid the escapes of Python"],
  "Python's bytes": [`DEBUG body=b'${inBytes}'`, "undid the escapes of Python"],
  "a gateway's Base64": [
    JSON.stringify({ body: Buffer.from(body).toString("base64"), isBase64Encoded: true }),
    "decoded the Base64 at .body",
  ],
};

for (const [what, [input, note]] of Object.entries(WRITTEN)) {
  test(`a delivery with every kind of quote is found in ${what}`, async () => {
    const { ok, delivery, cut } = await json(["verify"], input);
    assert.equal(ok, true);
    assert.equal(delivery.payload.data.transaction.name, name);
    assert.deepEqual(cut, [note]);
  });
}

test("a delivery whose signature came in a header is found in a log record", async () => {
  const header = ["--header", `X-Webhook-Signature: ${HEADER_SAMPLE.header}`];
  const { body } = HEADER_SAMPLE;
  for (const around of [(body) => ({ level: 30, body }), (body) => ({ log: { body } })]) {
    const { ok, cut } = await json(["verify", ...header], JSON.stringify(around(body)));
    assert.deepEqual([ok, cut.length], [true, 1]);
    const altered = await json(["verify", ...header], JSON.stringify(around(body.replace("{", "{ "))));
    assert.equal(altered.error.code, "signature_mismatch");
  }
});

test("a record without a delivery says so, and sends nobody to the provider", async () => {
  const record = JSON.stringify({ level: 30, msg: "hook refused" });
  const { diagnosis } = await json(["explain"], record);
  assert.deepEqual(
    diagnosis.causes.filter(({ proved }) => proved).map(({ code }) => code),
    ["no_delivery"],
  );
  assert.match((await json(["verify"], record)).cut.at(-1), NO_DELIVERY);
  // A delivery that nobody signed is one.
  const unsigned = await json(["explain"], JSON.stringify(DELIVERY));
  assert.deepEqual(
    [unsigned.diagnosis.causes[0].code, unsigned.diagnosis.causes[0].proved],
    ["no_signature", true],
  );
});

test("a delivery that was cut off is refused for where it ends", async () => {
  const short = body.slice(0, 70);
  for (const input of [JSON.stringify({ level: 30, body: short }), `INFO got body=${short}`]) {
    const { error } = await json(["verify"], input);
    assert.equal(error.code, "body_not_json", input);
    assert.match(error.message, /at byte 70, found the end of the body/);
  }
});

test("what is too long to be searched says so", async () => {
  const lines = Array.from({ length: 70 }, (_, n) => JSON.stringify({ level: 30, n }));
  assert.match((await json(["verify"], [...lines, body].join("\n"))).cut.join(), TOO_LONG);
  assert.match((await json(["verify"], `${"{a} ".repeat(300)}${body}`)).cut.join(), TOO_LONG);
  assert.doesNotMatch((await json(["verify"], JSON.stringify({ body: SAMPLE.body }))).cut.join(), TOO_LONG);
});

test("every refusal has its status as JSON", async () => {
  for (const command of ["verify", "status", "key", "sign"]) {
    const { ok, error } = await json([command], "[");
    assert.deepEqual([ok, error.status], [false, 400], command);
  }
});

async function json(args, input) {
  const { stdout } = await gate([...args, "--json"], { input });
  return JSON.parse(stdout);
}
