// What is left of a secret in the wasm's memory, where a dump of the process would find it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

const SCRIPT = `
  import { randomBytes } from "node:crypto";
  const memories = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, given) {
      const instance = new target(...given);
      memories.push(instance.exports.memory);
      return instance;
    },
  });
  const { createVerifier, sign } = await import("compliance-gate");
  const left = [32, 40, 64, 128].flatMap((length) => {
    const secrets = [0, 1].map(() => randomBytes(length / 2).toString("hex"));
    createVerifier({ keys: secrets[0] });
    sign({ event: "e" }, secrets[1]);
    // What an allocator writes into a block that is free hides the first bytes only.
    return secrets.filter((secret) => memories.some(({ buffer }) => Buffer.from(buffer).includes(secret.slice(16))));
  });
  console.log(JSON.stringify([memories.length, left]));`;

test("no secret stays whole in the core's memory once it is keyed", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", SCRIPT], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  assert.deepEqual(JSON.parse(stdout), [1, []]);
});
