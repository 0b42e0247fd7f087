// Compiled, never run: every entry resolves for a module, in each of TypeScript's ways to look for one.

import { createVerifier, GateError } from "compliance-gate";
import wasm from "compliance-gate/compliance-gate.wasm";
import { interpretStatus } from "compliance-gate/guidance";
import { init as initGuidance } from "compliance-gate/guidance/slim";
import guidanceWasm from "compliance-gate/guidance.wasm";
import { init } from "compliance-gate/slim";

init(wasm);
initGuidance(guidanceWasm);
createVerifier({ keys: "a" }).verify("{}").subject.kind?.length.toFixed();
interpretStatus("{}").currentlyDue.map(({ check }) => check.length);
// @ts-expect-error: the types are there, and not any
createVerifier(1);
// @ts-expect-error: nor are those
interpretStatus(1);
if (new Error() instanceof GateError) throw new GateError("internal", "m");
