// Compiled, never run: every entry resolves for a module, in each of TypeScript's ways to look for one.

import { createVerifier, GateError } from "compliance-gate";
import wasm from "compliance-gate/compliance-gate.wasm";
import { interpretStatus } from "compliance-gate/guidance";
import { init as initGuidance } from "compliance-gate/guidance/slim";
import { requiredDocuments } from "compliance-gate/kyc";
import { init as initKyc } from "compliance-gate/kyc/slim";
import kyc from "compliance-gate/kyc.wasm";
import operations from "compliance-gate/operations.wasm";
import { init } from "compliance-gate/slim";

init(wasm);
initGuidance({ kyc, operations });
initKyc(kyc);
requiredDocuments({ strategy: "EXTERNAL" }).map(({ check }) => check.length);
createVerifier({ keys: "a" }).verify("{}").subject.kind?.length.toFixed();
interpretStatus("{}").currentlyDue.map(({ check }) => check.length);
// @ts-expect-error: the types are there, and not any
createVerifier(1);
// @ts-expect-error: nor are those
interpretStatus(1);
if (new Error() instanceof GateError) throw new GateError("internal", "m");
