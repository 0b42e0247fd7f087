// The README's JavaScript example, run as it stands there.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SAMPLE = JSON.parse(readFileSync(join(ROOT, "tests", "vectors", "delivery.json"), "utf8"))[0];

test("the README's example handles the provider's sample, and throws for an altered one", async () => {
  const [, example] = /```js\n(.*?)```/s.exec(readFileSync(join(ROOT, "README.md"), "utf8"));
  const [key] = [SAMPLE.options.keys].flat();
  process.env.CONOMY_WEBHOOK_SECRET = typeof key === "string" ? key : key.secret;
  const handed = [];
  globalThis.enqueue = async (...given) => handed.push(given);
  // Inside the package, where its own name resolves as it does for those who installed it.
  const directory = mkdtempSync(join(ROOT, "tests", "js", ".readme-"));
  try {
    const file = join(directory, "example.mjs");
    writeFileSync(file, example);
    const { handle } = await import(pathToFileURL(file).href);
    const request = (body) => new Request("http://localhost/", { method: "POST", body });

    assert.equal((await handle(request(SAMPLE.body))).status, 204);
    const [[{ idempotencyKey, contentId, payload }]] = handed;
    assert.deepEqual(
      [idempotencyKey, contentId, payload],
      [SAMPLE.expect.idempotencyKey, SAMPLE.expect.contentId, JSON.parse(SAMPLE.expect.signedText)],
    );
    await assert.rejects(handle(request(SAMPLE.body.replace("CAPTURED", "RECEIVED"))), {
      name: "GateError",
      code: "signature_mismatch",
      status: 401,
    });
    assert.equal(handed.length, 1);
  } finally {
    rmSync(directory, { recursive: true });
    delete globalThis.enqueue;
    delete process.env.CONOMY_WEBHOOK_SECRET;
  }
});
