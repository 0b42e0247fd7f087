// A browser without a bundler, under a policy that allows scripts of its own origin and WebAssembly, and nothing else.

import { outcomeOf } from "../browser.js";
import { served } from "../serve.js";

const PAGE =
  '<!doctype html><title>row</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>';
const STRICT = "default-src 'none'; connect-src 'self'; img-src data:; script-src 'self'";
const WITH_WASM = `${STRICT} 'wasm-unsafe-eval'`;
const INSTALLED = "/node_modules/compliance-gate/pkg";

const MAIN = `
  import * as gate from "${INSTALLED}/esm/inline.js";
  import * as guidance from "${INSTALLED}/esm/guidance-inline.js";
  import { check } from "/suite.mjs";
  globalThis.outcome = check(gate, guidance);
`;
const SLIM = `
  import * as gate from "${INSTALLED}/esm/slim.js";
  import * as guidance from "${INSTALLED}/esm/guidance-slim.js";
  import { check } from "/suite.mjs";
  const compiled = (name) => WebAssembly.compileStreaming(fetch("${INSTALLED}/wasm/" + name));
  const { init, ...gateApi } = gate;
  const { init: initGuidance, ...guidanceApi } = guidance;
  init(await compiled("compliance_gate_bg.wasm"));
  initGuidance({ kyc: await compiled("kyc_bg.wasm"), operations: await compiled("operations_bg.wasm") });
  globalThis.outcome = check(gateApi, guidanceApi);
`;
/** Where the policy forbids WebAssembly the import still works, and the call says what is missing. */
const FORBIDDEN = `
  import { createVerifier, GateError } from "${INSTALLED}/esm/inline.js";
  try {
    createVerifier({ keys: "a" });
    globalThis.outcome = "WebAssembly was allowed";
  } catch (error) {
    globalThis.outcome = [error instanceof GateError, error.code, error.message.includes("'wasm-unsafe-eval'")].join();
  }
`;

export const rows = [
  row("a module script, no bundler, `script-src 'self' 'wasm-unsafe-eval'`", MAIN, forbidden),
  row("`slim`, its wasm streamed, under that policy", SLIM),
];

function row(how, main, before) {
  return {
    runtime: "Chromium",
    how,
    async run(project) {
      await before?.(project);
      const directory = await project({ "index.html": PAGE, "main.js": main });
      return served(directory, WITH_WASM, outcomeOf);
    },
  };
}

async function forbidden(project) {
  const directory = await project({ "index.html": PAGE, "main.js": FORBIDDEN });
  const outcome = await served(directory, STRICT, outcomeOf);
  if (outcome !== "true,wasm_unavailable,true") throw new Error(`where WebAssembly is forbidden: ${outcome}`);
}
