// The types as a server's project reads them, without the library of browsers' types and under the strictest setting.
import { createVerifier, init, sign } from "compliance-gate/slim";
import { init as initGuidance } from "compliance-gate/guidance/slim";
import { init as initKyc } from "compliance-gate/kyc/slim";
import { readFileSync } from "node:fs";
import compiled from "compliance-gate/kyc.wasm";
import type { Wasm } from "compliance-gate/slim";

const wasm: Wasm = readFileSync("compliance-gate.wasm");
init(wasm);
initKyc(compiled);
initKyc(new Uint8Array(8));
initGuidance({ kyc: new ArrayBuffer(8) });
// What is left out may be undefined, under every setting.
createVerifier({
  keys: "now",
  dialect: undefined,
  forms: undefined,
  scopes: undefined,
  maxBodyBytes: undefined,
});
sign({}, { id: undefined, secret: "now" }, { dialect: undefined });
