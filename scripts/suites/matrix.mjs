// Suite `matrix`: the packed package in every runtime and bundler. `node scripts/suites/matrix.mjs bun next` runs some.

import { chrome } from "../lib/browser.mjs";
import { environment, nodeBinary } from "../lib/environment.mjs";
import { nestedPackages } from "../lib/npm.mjs";
import { MATRIX } from "../lib/pack.mjs";
import { stream } from "../lib/run.mjs";
import { suite } from "../lib/suite.mjs";

await suite(() => [() => nestedPackages("matrix tools", MATRIX), rows]);

async function rows() {
  const args = ["tests/matrix/run.js", ...process.argv.slice(2)];
  const env = environment({ set: { CHROME_PATH: chrome() ?? undefined } });
  if ((await stream(nodeBinary(), args, { env })) !== 0) process.exitCode = 1;
}
