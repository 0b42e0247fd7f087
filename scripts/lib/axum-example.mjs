// Builds the native example, starts it, and posts to it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { environment } from "./environment.mjs";
import { fromRoot } from "./paths.mjs";
import { run } from "./run.mjs";
import { signSample } from "./start-banner.mjs";

const DIRECTORY = fromRoot("examples", "axum");
const TARGET = fromRoot("target", "axum");

export async function axumExample() {
  const say = (/** @type {string} */ line) => console.log(`  axum example  ${line}`);
  say("cargo build");
  const env = environment({ set: { CARGO_TARGET_DIR: TARGET } });
  await run("cargo", ["build", "--locked"], { cwd: DIRECTORY, env, say });
  const [sample, headerSample] = JSON.parse(
    readFileSync(fromRoot("tests", "vectors", "delivery.json"), "utf8"),
  );
  const name = process.platform === "win32" ? "axum-example.exe" : "axum-example";
  const server = spawn(join(TARGET, "debug", name), {
    env: { ...process.env, CONOMY_WEBHOOK_SECRET: sample.options.keys[0], PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [url] = await Promise.race([
      once(createInterface({ input: server.stdout }), "line"),
      ended(server),
    ]);
    await posts(url, sample, headerSample);
    say(`${url} verified, refused and remembered`);
  } finally {
    server.kill();
  }
}

/** @param {string} url */
async function posts(url, sample, headerSample) {
  const post = async (/** @type {string} */ body, headers = {}) => {
    const response = await fetch(url, { method: "POST", body, headers });
    return [response.status, await response.text()];
  };
  const { idempotencyKey } = sample.expect;
  assert.deepEqual(await post(sample.body), [200, `accepted ${idempotencyKey}`]);
  assert.deepEqual(await post(sample.body), [200, `duplicate ${idempotencyKey}`]);
  const other = signSample(sample.options.keys[0], {
    event: sample.expect.event,
    data: { transaction: { ...JSON.parse(sample.body).data.transaction, totalAmount: "1" } },
  });
  assert.deepEqual(await post(other), [200, `conflict ${idempotencyKey}`]);
  assert.deepEqual(await post(other), [200, `duplicate ${idempotencyKey}`]);
  const header = { "X-Webhook-Signature": headerSample.header };
  const answer = await post(headerSample.body, header);
  assert.deepEqual(answer, [200, `accepted ${headerSample.expect.idempotencyKey}`]);
  const twice = { "X-Webhook-Signature": `${headerSample.header}, ${headerSample.header}` };
  assert.deepEqual(await post(headerSample.body, twice), [401, "signature_repeated"]);
  assert.deepEqual(await post(headerSample.body), [401, "signature_missing"]);
  assert.deepEqual(await post(sample.body.replace("CAPTURED", "RECEIVED")), [401, "signature_mismatch"]);
  assert.deepEqual(await post("[]"), [400, "body_not_object"]);
  assert.equal((await post(" ".repeat(300_000)))[0], 413);
}

/** @param {import("node:child_process").ChildProcess} server @returns {Promise<never>} */
async function ended(server) {
  const [code] = await once(server, "exit");
  throw new Error(`the example ended with ${code} before it listened`);
}
