// `npm run bench`: verification beside what people write themselves. Prints medians and ratios, judges nothing by time
// alone. ROUNDS=200 npm run bench makes it steadier.
// `npm run bench -- rivals`: beside what they install instead, in Node, Chromium and workerd; writes the README's table.

import { chrome } from "./lib/browser.mjs";
import { build, outputDirectory } from "./lib/build.mjs";
import { buildCommonJs } from "./lib/commonjs.mjs";
import { environment, nodeBinary } from "./lib/environment.mjs";
import { buildModules } from "./lib/modules.mjs";
import { nestedPackages } from "./lib/npm.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { stream } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";

const which = process.argv[2] ?? "own";

try {
  if (which === "own") await own();
  else if (which === "rivals") await rivals();
  else throw new Error(`There is no benchmark ${which}; there are own (the default) and rivals.`);
} catch (error) {
  fail(error);
}

async function own() {
  await setUp("start");
  await build();
  await build("kyc");
  await build("operations");
  await buildModules();
  await build("conformance");
  await node([fromRoot("benches", "run.js"), outputDirectory("conformance")]);
}

async function rivals() {
  await setUp("test");
  await build();
  await build("kyc");
  await build("operations");
  await buildModules();
  await buildCommonJs();
  await nestedPackages("rivals", fromRoot("benches", "rivals"));
  await node([fromRoot("benches", "rivals", "run.js")], { CHROME_PATH: chrome() ?? undefined });
}

/** @param {string[]} args @param {import("./lib/environment.mjs").Environment} [set] */
async function node(args, set) {
  process.exitCode = await stream(nodeBinary(), args, { env: environment({ set }) });
}
