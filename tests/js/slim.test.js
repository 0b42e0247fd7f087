// The entries whose wasm the caller brings. Each case is a process of its own, since a wasm is brought once.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

const WASM = {
  "compliance-gate/slim": "compliance-gate/compliance-gate.wasm",
  "compliance-gate/kyc/slim": "compliance-gate/kyc.wasm",
};
const ALL = Object.freeze([...Object.values(WASM), "compliance-gate/operations.wasm"]);
const USE = {
  "compliance-gate/slim":
    'slim.createVerifier({ keys: "a" }).verify(slim.sign({ event: "e" }, "a").body).event',
  "compliance-gate/kyc/slim": "slim.interpretStatus({ isCompliant: true }).phase",
};
const RESULT = { "compliance-gate/slim": "e", "compliance-gate/kyc/slim": "approved" };

for (const entry of Object.keys(WASM)) {
  /** What `script` prints, with the entry as `slim`, its bytes as `bytes`, and `codeOf` for what work throws. */
  const printed = (script) => {
    const program = `
      import { readFileSync } from "node:fs";
      import * as slim from "${entry}";
      const file = (name) => readFileSync(new URL(import.meta.resolve(name)));
      const bytes = file("${WASM[entry]}");
      const use = () => ${USE[entry]};
      function caught(work) {
        try {
          work();
        } catch (error) {
          return [error instanceof slim.GateError, error.code, error.status, error.message];
        }
      }
      ${script}`;
    return JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: import.meta.dirname }),
    );
  };

  test(`${entry}: brought as a module, as bytes, and as a buffer`, () => {
    for (const given of ["new WebAssembly.Module(bytes)", "bytes", "new Uint8Array(bytes).buffer"]) {
      assert.equal(printed(`slim.init(${given}); console.log(JSON.stringify(use()))`), RESULT[entry], given);
    }
  });

  test(`${entry}: brought twice is harmless`, () => {
    const script = `
      slim.init(bytes);
      const first = use();
      slim.init(new WebAssembly.Module(bytes));
      slim.init("not even a wasm");
      console.log(JSON.stringify([first, use()]))`;
    assert.deepEqual(printed(script), [RESULT[entry], RESULT[entry]]);
  });

  test(`${entry}: a call before init says so, and does no harm`, () => {
    const [before, after] = printed(`
      const before = caught(use);
      slim.init(bytes);
      console.log(JSON.stringify([before, use()]))`);
    assert.deepEqual(before.slice(0, 3), [true, "wasm_unavailable", 500]);
    assert.match(
      before[3],
      /^expected init with compliance-gate\/(kyc|compliance-gate)\.wasm before the first call/,
    );
    assert.equal(after, RESULT[entry]);
  });

  test(`${entry}: what is no wasm is refused, and the next one is taken`, () => {
    const [promise, text, garbage, after] = printed(`
      const refused = [Promise.resolve(bytes), "wasm", new Uint8Array(9)].map((wasm) => caught(() => slim.init(wasm)));
      slim.init(bytes);
      console.log(JSON.stringify([...refused, use()]))`);
    assert.deepEqual(
      [promise, text].map((refusal) => refusal.slice(0, 3)),
      [
        [true, "invalid_options", 500],
        [true, "invalid_options", 500],
      ],
    );
    assert.deepEqual(garbage.slice(0, 3), [true, "wasm_unavailable", 500]);
    assert.match(garbage[3], /magic word/, "in the engine's words");
    assert.equal(after, RESULT[entry]);
  });

  test(`${entry}: another wasm is refused, and the right one is taken`, () => {
    const others = ALL.filter((name) => name !== WASM[entry]);
    const [after, ...refused] = printed(`
      const none = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]); // a wasm with nothing in it
      const verifying = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 0, 7, 10, 1, 6, 118, 101, 114, 105, 102, 121, 2, 0]);
      const others = [...${JSON.stringify(others)}.map(file), none, verifying];
      const given = others.flatMap((bytes) => [bytes, new WebAssembly.Module(bytes)]);
      given.push({ [Symbol.toStringTag]: "WebAssembly.Module" });
      const refused = given.map((wasm) => caught(() => slim.init(wasm)));
      slim.init(bytes);
      console.log(JSON.stringify([use(), ...refused]))`);
    const message = `expected ${WASM[entry]}, found another wasm`;
    assert.deepEqual(
      refused,
      Array.from({ length: 9 }, () => [true, "invalid_options", 500, message]),
    );
    assert.equal(after, RESULT[entry]);
  });
}

test("compliance-gate/guidance/slim: takes each wasm by its name, and says what is missing", () => {
  const program = `
    import { readFileSync } from "node:fs";
    import { GateError, init, interpretStatus, redeliverySchedule } from "compliance-gate/guidance/slim";
    const bytes = (name) => readFileSync(new URL(import.meta.resolve("compliance-gate/" + name + ".wasm")));
    const caught = (work) => {
      try {
        return work();
      } catch (error) {
        return [error instanceof GateError, error.code];
      }
    };
    const use = () => [caught(() => interpretStatus({ isCompliant: true }).phase), caught(() => redeliverySchedule().length)];
    const refused = [undefined, null, 1, {}, bytes("kyc")].map((wasms) => caught(() => init(wasms)));
    init({ kyc: bytes("kyc") });
    const half = use();
    init({ kyc: "not even a wasm", operations: new WebAssembly.Module(bytes("operations")) });
    console.log(JSON.stringify([refused, half, use()]));`;
  const [refused, half, whole] = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: import.meta.dirname }),
  );
  assert.deepEqual(
    refused,
    refused.map(() => [true, "invalid_options"]),
  );
  assert.deepEqual(half, ["approved", [true, "wasm_unavailable"]]);
  assert.deepEqual(whole, ["approved", 29]);
});

test("compliance-gate/guidance/slim: wasms that are mixed up are refused, and the right ones are taken", () => {
  const program = `
    import { readFileSync } from "node:fs";
    import { init, interpretStatus, redeliverySchedule } from "compliance-gate/guidance/slim";
    const bytes = (name) => readFileSync(new URL(import.meta.resolve("compliance-gate/" + name + ".wasm")));
    const messages = [];
    const mixed = [
      { kyc: bytes("operations"), operations: bytes("kyc") },
      { kyc: bytes("compliance-gate") },
      { kyc: bytes("kyc"), operations: bytes("kyc") },
    ];
    for (const wasms of mixed) {
      try {
        init(wasms);
      } catch ({ code, message }) {
        messages.push([code, message]);
      }
    }
    init({ kyc: bytes("kyc"), operations: bytes("operations") });
    console.log(JSON.stringify([messages, interpretStatus({ isCompliant: true }).phase, redeliverySchedule().length]));`;
  const expected = ["kyc", "kyc", "operations"].map((name) => [
    "invalid_options",
    `expected compliance-gate/${name}.wasm, found another wasm`,
  ]);
  const found = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: import.meta.dirname,
  });
  assert.deepEqual(JSON.parse(found), [expected, "approved", 29]);
});
