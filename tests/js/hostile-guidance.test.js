// What engines may do to the guidance between its lines: run out of stack, trap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checklist, GateError, interpretStatus } from "../../pkg/guidance-inline.js";
import * as kyc from "../../pkg/lib/guidance/kyc-core.js";
import * as operations from "../../pkg/lib/guidance/operations-core.js";
import * as kycGlue from "../../pkg/wasm/kyc.js";
import * as operationsGlue from "../../pkg/wasm/operations.js";

const TRAPS = [
  [kyc, kycGlue],
  [operations, operationsGlue],
];

const status = (action) => ({
  isCompliant: false,
  onboardingStatus: "PROCESSING",
  nextAction: action,
  checks: [{ type: "KYC_STATUS", passed: false, required: true, suggestedAction: action }],
});

test("a trap is reported once, and the next call has a new instance", () => {
  const items = checklist();
  for (const [{ guarded }, { reserve }] of [...TRAPS, ...TRAPS]) {
    assert.throws(
      () => guarded(() => reserve(2 ** 32 - 1)),
      (error) => {
        assert.ok(error instanceof GateError && error instanceof Error);
        assert.deepEqual([error.name, error.code, error.status], ["GateError", "internal", 500]);
        assert.ok(error.cause.cause instanceof WebAssembly.RuntimeError, String(error.cause.cause));
        return true;
      },
    );
    assert.equal(interpretStatus(status("WAIT")).actor, "provider");
    assert.deepEqual(checklist(), items);
  }
});

test("at the stack's end a call either fails or is answered rightly, and so are all later ones", () => {
  let answered = 0;
  const ask = (depth) => {
    if (depth > 0) return ask(depth - 1);
    assert.equal(interpretStatus(status(`ACTION_${answered}`)).nextAction, `ACTION_${answered}`);
    answered += 1;
  };
  let limit = 1;
  try {
    for (;;) {
      ask(limit);
      limit *= 2;
    }
  } catch (error) {
    assert.ok(error instanceof RangeError || error instanceof GateError, String(error));
  }
  for (let depth = Math.floor(limit / 2); depth < limit; depth += Math.max(1, Math.floor(limit / 2000))) {
    try {
      ask(depth);
    } catch (error) {
      assert.ok(error instanceof RangeError || error instanceof GateError, String(error));
    }
  }
  const before = answered;
  for (let after = 0; after < 100; after += 1) ask(0);
  assert.equal(answered, before + 100);
});

// Not timed: compared name by name, each with each and anew for each check, it would not end within minutes.
test("a thousand long names that hardly differ, beside an event of a denial, are read", () => {
  const name = (at) => `${"A".repeat(480)}${at}`;
  const names = (from, count) => Array.from({ length: count }, (_, at) => name(from + at));
  const checks = [...Array(500).fill("KYC_STATUS"), ...names(1000, 500)].map((type) => ({ type }));
  const answer = { checks, summary: { passed: 0, failed: 1000, requiredFailed: names(2000, 1000) } };
  const lastEvent = {
    eventType: "CUSTOMER_KYC_FINISHED",
    data: { customerId: "c", status: "DENIED_COMPLIANCE" },
  };
  const { phase, currentlyDue } = interpretStatus(answer, { lastEvent });
  assert.equal(phase, "denied");
  assert.equal(currentlyDue.length, 1501, "the decision, each check that is listed, and each that is named");
});
