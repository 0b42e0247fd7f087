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
const NO_DELIVERY = /found nothing that has a delivery's members/;
const STOPPED = /the search stopped at a limit/;

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
  "a Buffer": [JSON.stringify(Buffer.from(body)), "decoded the Buffer at ."],
  "a log record's Buffer": [
    JSON.stringify({ level: 30, req: { body: Buffer.from(body) } }),
    "decoded the Buffer at .req.body",
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

const inObjects = (depth, value) => (depth === 0 ? value : { in: inObjects(depth - 1, value) });
const lines = Array.from({ length: 300 }, (_, n) => JSON.stringify({ level: 30, n }));

/** What has more in it than is searched. */
const BEYOND = {
  "lines of a log": [...lines, body].join("\n"),
  "lines of a log, the first of them a delivery that nobody signed": [
    JSON.stringify(DELIVERY),
    ...lines,
    body,
  ].join("\n"),
  "braces that begin no object": `${"{a} ".repeat(300)}${body}`,
  "a long object in another notation": `${"{ a: ".repeat(40_000)}${body}${" }".repeat(40_000)}`,
  "objects in objects": JSON.stringify(inObjects(12, body)),
  "texts in texts": Array.from({ length: 12 }).reduce((text) => JSON.stringify({ log: text }), "{}"),
};

for (const [what, input] of Object.entries(BEYOND)) {
  test(`where the search stopped, nothing is certain of what is absent: ${what}`, async () => {
    const { ok, cut } = await json(["verify"], input);
    assert.equal(ok, false);
    assert.match(cut.join(), STOPPED);
    const { diagnosis, cut: same } = await json(["explain"], input);
    assert.deepEqual([same.filter((note) => STOPPED.test(note)).length, diagnosis.verified], [1, false]);
    assert.deepEqual(
      diagnosis.causes.filter(({ proved }) => proved),
      [],
    );
  });
}

test("a search that reached the end does not say that it stopped", async () => {
  const { cut } = await json(["verify"], JSON.stringify({ body: SAMPLE.body }));
  assert.doesNotMatch(cut.join(), STOPPED);
});

/** As queues, buses and indexes wrap a request: what is around a delivery, and where it is. */
const WRAPPED = {
  "Elastic's index": [
    { _index: "logs", _source: { http: { request: { body: { content: body } } } } },
    ["took the string at ._source.http.request.body.content"],
  ],
  "a topic's notice in a queue": [
    { Records: [{ body: JSON.stringify({ Type: "Notification", Message: JSON.stringify({ body }) }) }] },
    ["took the string at .Records[0].body", "took the string at .Message", "took the string at .body"],
  ],
  "a bus's event of a queue": [
    { detail: { requestPayload: { Records: [{ body }] } } },
    ["took the string at .detail.requestPayload.Records[0].body"],
  ],
};

for (const [what, [record, notes]] of Object.entries(WRAPPED)) {
  test(`a delivery is found in ${what}`, async () => {
    const { ok, cut } = await json(["verify"], JSON.stringify(record));
    assert.deepEqual([ok, cut], [true, notes]);
  });
}

test("a Buffer is no delivery, and what only begins as one may be", async () => {
  const { diagnosis } = await json(["explain"], JSON.stringify({ body: Buffer.from("no delivery") }));
  assert.deepEqual([diagnosis.causes[0].code, diagnosis.causes[0].proved], ["no_delivery", true]);
  assert.equal((await json(["key"], JSON.stringify(Buffer.from("no delivery")))).error.code, "no_delivery");
  for (const more of [{ event: "e" }, { data: [body] }, { data: body, signature: "0" }]) {
    const input = JSON.stringify({ ...JSON.parse(JSON.stringify(Buffer.from(body))), ...more });
    assert.equal((await json(["verify"], input)).ok, false, input);
  }
});

const { "X-Webhook-Signature": signature } = sign(DELIVERY, SECRET.CONOMY_WEBHOOK_SECRET, {
  dialect: "header",
}).headers;

test("a record with the signature's header, in any case, says how to pass it, and is not certain of none", async () => {
  const unsigned = JSON.stringify(DELIVERY);
  for (const name of ["X-Webhook-Signature", "x-webhook-signature", "HTTP_X_WEBHOOK_SIGNATURE"]) {
    const input = JSON.stringify({ headers: { [name]: signature }, body: unsigned });
    const { diagnosis } = await json(["explain"], input);
    assert.deepEqual(
      diagnosis.causes.map(({ code, proved }) => [code, proved]),
      [["no_signature", false]],
    );
    assert.match(
      (await gate(["explain"], { input })).stdout,
      /\n {2}next +where the signature .* --header '/,
    );
  }
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
