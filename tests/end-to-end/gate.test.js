// The gate as a newcomer meets it: `npm start`, and plain HTTP.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { freePort, launch, startGate, stateDirectory, until } from "./running.js";

const SECRET = "WEBHOOK_SECRET";
/** The digest of the signing sample on the provider's webhook reference, computed with Node and with Python. */
const DOCUMENTED = "8ebbc8f202a8ee1fae51de8923fcc042a5cf9fe3e98f96a1d866b61dfd518d56";

const state = stateDirectory();
let gate;

before(async () => {
  gate = await startGate({ state: state.path });
});
after(async () => {
  await gate?.stop();
  state.remove();
});

const mac = (text) => createHmac("sha256", SECRET).update(text).digest("hex");
const freshId = () => randomBytes(12).toString("hex");

function sample({ id = freshId(), event = "Transaction.Captured", amount = "50000" } = {}) {
  const transaction = {
    id,
    purchaseAmount: amount,
    totalAmount: amount,
    externalId: "123456",
    currency: "COP",
    status: "CAPTURED",
  };
  return { event, data: { transaction } };
}

const signed = (delivery) => JSON.stringify({ ...delivery, signature: mac(JSON.stringify(delivery)) });

async function post(body, headers = {}) {
  const response = await fetch(`${gate.url}/webhooks/conomy`, { method: "POST", body, headers });
  return {
    status: response.status,
    contentType: response.headers.get("content-type"),
    ...(await response.json()),
  };
}

async function listed(id) {
  const response = await fetch(`${gate.url}/api/deliveries?limit=200`, {
    headers: { Authorization: `Bearer ${gate.token}` },
  });
  assert.equal(response.status, 200);
  const { deliveries } = await response.json();
  return deliveries.filter(({ subject, idempotencyKey }) => subject.id === id || idempotencyKey === id);
}

describe("the sample", () => {
  test("is accepted as printed, and a duplicate the second time", async () => {
    assert.match(gate.curl, new RegExp(DOCUMENTED));
    const [, body] = /-d '(.*)'$/.exec(gate.curl);
    const first = await post(body, { "Content-Type": "application/json" });
    assert.deepEqual([first.status, first.outcome], [200, "accepted"]);
    assert.equal(first.idempotencyKey, "Transaction.Captured:67a0307eaddea901a60144ec:CAPTURED");
    assert.equal((await post(body)).outcome, "duplicate");
    await until(async () => (await listed("67a0307eaddea901a60144ec"))[0]?.duplicates === 1);
  });

  test("works as pasted into a shell", { skip: !hasCurl() }, async () => {
    const answer = execFileSync("sh", ["-c", gate.curl], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    assert.match(JSON.parse(answer).outcome, /^(accepted|duplicate)$/);
  });
});

describe("a delivery", () => {
  test("with another content under the same key is a conflict, listed beside the first", async () => {
    const id = freshId();
    assert.equal((await post(signed(sample({ id })))).outcome, "accepted");
    assert.deepEqual(
      await post(signed(sample({ id, amount: "1" }))).then(({ status, outcome }) => [status, outcome]),
      [200, "conflict"],
    );
    const rows = await until(async () => (await listed(id)).length === 2 && listed(id));
    assert.deepEqual(rows.map(({ outcome }) => outcome).sort(), ["accepted", "conflict"]);
  });

  test("in the header dialect is accepted", async () => {
    const id = freshId();
    const body = JSON.stringify({
      eventType: "payment.settled",
      timestamp: "2026-04-17T15:30:00Z",
      transaction: { id, status: "SETTLED" },
    });
    assert.equal((await post(body, { "X-Webhook-Signature": mac(body) })).outcome, "accepted");
    const [row] = await until(async () => (await listed(id)).length > 0 && listed(id));
    assert.deepEqual([row.dialect, row.scope, row.form, row.keyId], ["header", "raw", "wire", "sandbox"]);
  });

  test("with an unknown event is accepted and marked", async () => {
    const id = freshId();
    assert.equal((await post(signed(sample({ id, event: "Transaction.Teleported" })))).outcome, "accepted");
    const [row] = await until(async () => (await listed(id)).length > 0 && listed(id));
    assert.deepEqual([row.event, row.known], ["Transaction.Teleported", false]);
  });

  test("is shown whole to who has the token", async () => {
    const id = freshId();
    await post(signed(sample({ id })));
    const [row] = await until(async () => (await listed(id)).length > 0 && listed(id));
    const response = await fetch(`${gate.url}/api/deliveries/${row.id}`, {
      headers: { Authorization: `Bearer ${gate.token}` },
    });
    assert.equal((await response.json()).signedText, JSON.stringify(sample({ id })));
    assert.equal((await fetch(`${gate.url}/api/deliveries/${row.id}`)).status, 401);
  });
});

describe("bad input", () => {
  const genuine = signed(sample());
  const signature = JSON.parse(genuine).signature;
  const table = [
    ["an empty body", "", 400, "body_empty"],
    ["no JSON", "hello", 400, "body_not_json"],
    ["an array", "[]", 400, "body_not_object"],
    ["a byte order mark", `\ufeff${genuine}`, 400, "body_not_json"],
    ["truncated UTF-8", new Uint8Array([0x7b, 0x22, 0xe2, 0x82]), 400, "body_not_utf8"],
    ["10,000 levels", "[".repeat(10_000).padStart(10_005, '{"a":'), 400, "body_too_deep"],
    ["10 MB", new Uint8Array(10_000_000), 413, "body_too_large"],
    ["two signatures", genuine.replace("{", `{"signature":"${signature}",`), 400, "duplicate_member"],
    ["a signature that is a number", genuine.replace(`"${signature}"`, "7"), 401, "signature_malformed"],
    ["63 hex digits", genuine.replace(signature, signature.slice(1)), 401, "signature_malformed"],
    ["65 hex digits", genuine.replace(signature, `${signature}a`), 401, "signature_malformed"],
    ["another amount", genuine.replace("50000", "90000"), 401, "signature_mismatch"],
  ];
  for (const [name, body, status, code] of table) {
    test(`${name}: ${status} ${code}, and the next is served`, async () => {
      const answer = await post(body);
      assert.deepEqual(
        [answer.status, answer.code, answer.contentType],
        [status, code, "application/problem+json"],
      );
      assert.match(answer.traceId, /^[0-9a-f-]{36}$/);
      assert.equal((await post(signed(sample()))).status, 200);
    });
  }

  test("10 MB in pieces: 413", async () => {
    const pieces = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 160; n++) controller.enqueue(new Uint8Array(65_536));
        controller.close();
      },
    });
    const response = await fetch(`${gate.url}/webhooks/conomy`, {
      method: "POST",
      body: pieces,
      duplex: "half",
    });
    assert.deepEqual([response.status, (await response.json()).code], [413, "body_too_large"]);
  });

  test("a body that stalls is answered all the same", async () => {
    const stalled = (length, sent, path = "/webhooks/conomy", method = "POST") =>
      new Promise((resolve, reject) => {
        const headers = { "Content-Length": length };
        const sending = request(`${gate.url}${path}`, { method, headers }, (response) => {
          response.setEncoding("utf8").once("data", (text) => {
            resolve([response.statusCode, JSON.parse(text).code]);
            sending.destroy();
          });
        });
        sending.once("error", reject).write(sent);
      });
    const answers = await Promise.all([
      stalled(99_999_999, "{"),
      stalled(262_145, "{"),
      stalled(100, '{"event":'),
      stalled(100, "{", "/api/nothing"),
      stalled(100, "{", "/webhooks/conomy", "PUT"),
      stalled(100, "{", "/sandbox/deliveries"),
    ]);
    assert.deepEqual(answers, [
      [413, "body_too_large"],
      [413, "body_too_large"],
      [400, "body_unreadable"],
      [404, "not_found"],
      [405, "method_not_allowed"],
      [400, "bad_parameter"],
    ]);
  });

  test("a header with two values: 401", async () => {
    const body = JSON.stringify(sample());
    const status = await new Promise((resolve, reject) => {
      const headers = {
        "X-Webhook-Signature": [mac(body), mac(body)],
        "Content-Length": Buffer.byteLength(body),
      };
      request(`${gate.url}/webhooks/conomy`, { method: "POST", headers }, (response) =>
        resolve(response.resume().statusCode),
      )
        .once("error", reject)
        .end(body);
    });
    assert.equal(status, 401);
  });

  test("an address with a slash behind it takes deliveries too", async () => {
    const response = await fetch(`${gate.url}/webhooks/conomy/`, { method: "POST", body: signed(sample()) });
    assert.deepEqual([response.status, (await response.json()).outcome], [200, "accepted"]);
  });

  test("another method, another path", async () => {
    const response = await fetch(`${gate.url}/webhooks/conomy`);
    assert.deepEqual([response.status, response.headers.get("allow")], [405, "POST"]);
    assert.equal((await fetch(`${gate.url}/api/nothing`)).status, 404);
  });
});

describe("npm start", () => {
  test("serves the page under a strict policy", async () => {
    const response = await fetch(gate.url);
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-security-policy"), /default-src 'none'; script-src 'self'/);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  });

  test("says which port is in use, and ends", async () => {
    const second = launch({ PORT: String(gate.port), GATE_STATE: state.path });
    assert.equal(await second.ended, 1);
    assert.match(second.output(), new RegExp(`Port ${gate.port} is in use`));
  });

  test("leaves another gate's data alone, and says whose it is", async () => {
    const second = launch({ PORT: String(await freePort()), GATE_STATE: state.path });
    assert.equal(await second.ended, 1);
    assert.match(second.output(), new RegExp(`The gate on port ${gate.port} keeps its data in`));
  });

  test("says at once why secrets cannot be used, without them, and ends", async () => {
    const broken = stateDirectory();
    try {
      for (const [secrets, why] of [
        ['{"new":hunter2}', /is not a JSON object of non-empty strings/],
        ["{}", /is not a JSON object of non-empty strings/],
        [JSON.stringify(Object.fromEntries([..."hunter2xyz"].map((id) => [id, "hunter2"]))), /too_many_keys/],
      ]) {
        const started = launch({
          PORT: String(await freePort()),
          GATE_STATE: broken.path,
          CONOMY_WEBHOOK_SECRETS: secrets,
        });
        assert.equal(await started.ended, 1);
        assert.match(started.output(), why);
        assert.doesNotMatch(started.output(), /hunter/);
      }
    } finally {
      broken.remove();
    }
  });

  test("prints no secret that is not the sandbox's, and no body", async () => {
    const own = freshId();
    const other = stateDirectory();
    const gated = await startGate({
      state: other.path,
      env: { CONOMY_WEBHOOK_SECRETS: `{"mine":"${own}"}` },
    });
    try {
      const [, body] = /-d '(.*)'$/.exec(gated.curl);
      const response = await fetch(`${gated.url}/webhooks/conomy`, { method: "POST", body });
      assert.equal((await response.json()).outcome, "accepted");
      await until(() => gated.output().includes("accepted  "));
      assert.ok(!gated.output().includes(own));
      assert.ok(!gated.output().split("Ctrl-C")[1].includes("67a0307eaddea901a60144ec"));
    } finally {
      await gated.terminate();
      other.remove();
    }
  });

  test("killed right after the 200, hands the delivery on when it is back, once", async () => {
    const ids = Array.from({ length: 5 }, freshId);
    const answers = await Promise.all(ids.map((id) => post(signed(sample({ id })))));
    assert.deepEqual(new Set(answers.map(({ outcome }) => outcome)), new Set(["accepted"]));
    await gate.kill();

    gate = await startGate({ state: state.path, port: await freePort() });
    for (const id of ids) {
      const rows = await until(async () => (await listed(id)).length > 0 && listed(id), 30_000);
      assert.deepEqual(
        rows.map(({ outcome, duplicates }) => [outcome, duplicates]),
        [["accepted", 0]],
      );
      assert.equal((await post(signed(sample({ id })))).outcome, "duplicate");
    }
  });

  test("starts again when its runtime was killed, with everything that it had", async () => {
    const id = freshId();
    assert.equal((await post(signed(sample({ id })))).outcome, "accepted");
    assert.ok(gate.killRuntime() > 0);
    await until(() => gate.output().includes("It is up again"), 60_000, gate.output);
    assert.equal((await post(signed(sample({ id })))).outcome, "duplicate");
    await until(async () => (await listed(id)).length > 0, 30_000);
  });
});

function hasCurl() {
  try {
    execFileSync("curl", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
