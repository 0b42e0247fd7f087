// The CommonJS files where they meet more than Node: a test environment with globals of its own, and bundlers.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { compileFunction, createContext } from "node:vm";
import { buildSync } from "esbuild";

const PACKAGE = new URL("../../pkg/", import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), "compliance-gate-"));
after(() => rmSync(scratch, { recursive: true }));

/** Requires a file in a context that has what the language has, and nothing of Node's: jsdom's is like that. */
function inContext(name) {
  const parsingContext = createContext({});
  const loaded = new Map();
  const load = (path) => {
    if (loaded.has(path)) return loaded.get(path).exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const require = createRequire(path);
    const required = (id) => (id.startsWith("node:") ? require(id) : load(require.resolve(id)));
    const parameters = ["require", "module", "exports", "__dirname"];
    const run = compileFunction(readFileSync(path, "utf8"), parameters, { parsingContext, filename: path });
    run(required, module, module.exports, dirname(path));
    return module.exports;
  };
  return load(fileURLToPath(new URL(name, PACKAGE)));
}

test("a context without TextDecoder and TextEncoder: verification", () => {
  const { createVerifier, idempotencyKey, sign } = inContext("index.cjs");
  const { body } = sign({ event: "é" }, "a");
  const verifier = createVerifier({ keys: "a" });
  for (const given of [body, new TextEncoder().encode(body)]) {
    assert.equal(verifier.verify(given).payload.event, "é");
  }
  assert.equal(idempotencyKey('{"event":"e"}').startsWith("e:"), true);
  assert.equal(verifier.explain("{").code, "body_not_json");
});

test("a context without TextDecoder and TextEncoder: guidance", () => {
  const guidance = inContext("guidance.cjs");
  assert.equal(guidance.interpretStatus(new TextEncoder().encode('{"isCompliant":true}')).phase, "approved");
  const failure = { status: 500, body: new TextEncoder().encode("{}"), attempt: 1, now: 0, random: 0 };
  assert.equal(guidance.adviseRetry(failure).retry, true);
  assert.equal(inContext("kyc.cjs").interpretStatus({ isCompliant: true }).phase, "approved");
});

const BUNDLES = {
  "compliance-gate": "compliance_gate_bg.wasm",
  "compliance-gate/kyc": "kyc_bg.wasm",
  "compliance-gate/guidance": "kyc_bg.wasm",
};

for (const [entry, wasm] of Object.entries(BUNDLES)) {
  test(`${entry}: a bundle that took the files for CommonJS and left the wasm says what to do`, () => {
    const outfile = join(scratch, "bundle.cjs");
    const program = `
      try {
        require("${entry}");
      } catch ({ name, code, message, cause }) {
        console.log(JSON.stringify({ name, code, message, cause: cause.cause.code }));
      }`;
    buildSync({
      stdin: { contents: program, resolveDir: import.meta.dirname },
      outfile,
      bundle: true,
      platform: "node",
      // Naming any has esbuild forget its own `module`.
      conditions: ["production"],
    });
    const { message, ...refusal } = JSON.parse(execFileSync(process.execPath, [outfile]));
    assert.deepEqual(refusal, { name: "GateError", code: "wasm_unavailable", cause: "ENOENT" });
    for (const part of [wasm, "external", "condition `module`"]) assert.ok(message.includes(part), message);
  });
}

/** How each of the two kinds of files is loaded by a program of its kind. */
const LOADED = {
  module: 'import { createVerifier } from "compliance-gate";',
  commonjs: `const { createVerifier } = require(${JSON.stringify(fileURLToPath(new URL("index.cjs", PACKAGE)))});`,
};

for (const [type, load] of Object.entries(LOADED)) {
  test(`${type}: an error that nobody caught is printed with a line to read, and with names`, () => {
    const program = `${load} createVerifier({ keys: "a" }).verify("{}");`;
    const args = [`--input-type=${type}`, "-e", program];
    const { stderr } = spawnSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" });
    assert.match(stderr, /^GateError: expected a signature/m);
    assert.match(stderr, /^ {4}at InstalledVerifier\.verify /m);
    assert.ok(Math.max(...stderr.split("\n").map(({ length }) => length)) < 400, stderr);
  });

  test(`${type}: classes have their names, for consoles, test runners and engines`, async () => {
    const gate = await import(type === "module" ? "compliance-gate" : new URL("index.cjs", PACKAGE).href);
    const { GateError, createVerifier, sign } = gate.default ?? gate;
    const delivery = createVerifier({ keys: "a" }).verify(sign({ event: "e" }, "a").body);
    assert.equal(GateError.name, "GateError");
    assert.equal(inspect(delivery), `VerifiedDelivery ${inspect(delivery.toJSON())}`);
    assert.throws(() => Object.assign(delivery, { event: "f" }), { message: /#<VerifiedDelivery>/ });
  });
}
