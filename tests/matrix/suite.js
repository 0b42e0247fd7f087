// The program of every row, as one file without imports.

import { join } from "node:path";
import { build } from "esbuild";
import { fromRoot, LOCAL } from "../../scripts/lib/paths.mjs";

/** Bundles program/main.js, and gives where it is. */
export async function bundleSuite() {
  const outfile = join(LOCAL, "matrix", "suite.mjs");
  await build({
    entryPoints: [fromRoot("tests", "matrix", "program", "main.js")],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2023",
    logLevel: "warning",
  });
  return outfile;
}

/** A module that checks the package and does `then` with the promise of the outcome, an expression. */
export function program(then) {
  return `
    import * as gate from "compliance-gate";
    import * as guidance from "compliance-gate/guidance";
    import * as kyc from "compliance-gate/kyc";
    import { check } from "./suite.mjs";
    ${then("check(gate, guidance, kyc)")}
  `;
}
