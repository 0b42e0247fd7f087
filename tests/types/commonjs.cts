// Compiled, never run: every entry resolves for CommonJS, with types of its own.

import gate = require("compliance-gate");
import wasm = require("compliance-gate/compliance-gate.wasm");
import guidance = require("compliance-gate/guidance");
import guidanceSlim = require("compliance-gate/guidance/slim");
import kyc = require("compliance-gate/kyc");
import kycSlim = require("compliance-gate/kyc/slim");
import kycWasm = require("compliance-gate/kyc.wasm");
import operationsWasm = require("compliance-gate/operations.wasm");
import slim = require("compliance-gate/slim");

slim.init(wasm.default);
guidanceSlim.init({ kyc: kycWasm.default, operations: operationsWasm.default });
kycSlim.init(kycWasm.default);
guidanceSlim.checklist().map(({ id }) => id.length);
kycSlim.requiredDocuments().map(({ check }: kycSlim.Requirement) => check.length);
const options: slim.VerifierOptions = { keys: "a" };
slim.createVerifier(options).verify("{}").subject.kind?.length.toFixed();
kyc.requiredDocuments().map(({ check }) => check.length);
gate.createVerifier({ keys: "a" }).verify("{}").subject.kind?.length.toFixed();
guidance.interpretStatus("{}").currentlyDue.map(({ check }) => check.length);
// @ts-expect-error: the types are there, and not any
gate.createVerifier(1);
// @ts-expect-error: nor are those
guidance.interpretStatus(1);
// @ts-expect-error: nor those of what is the same elsewhere
guidanceSlim.interpretStatus(1);
// @ts-expect-error: modules have no default export either
gate.default;
if (new Error() instanceof guidance.GateError) throw new gate.GateError("internal", "m");
