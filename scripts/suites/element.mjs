// Suite `element`: <compliance-next-action> in a real browser, from servers, and from the frameworks of its users.

import { chrome } from "../lib/browser.mjs";
import { nodeBinary } from "../lib/environment.mjs";
import { nestedPackages } from "../lib/npm.mjs";
import { MATRIX } from "../lib/pack.mjs";
import { fromRoot } from "../lib/paths.mjs";
import { nodeTest, suite, testFiles } from "../lib/suite.mjs";

await suite(() => [
  { command: nodeBinary(), args: ["scripts/element-style.mjs", "--check"] },
  () => nestedPackages("element tools", fromRoot("tests", "element")),
  () => nestedPackages("matrix tools", MATRIX),
  nodeTest(nodeBinary(), testFiles("tests/element", /\.test\.js$/), { CHROME_PATH: chrome() ?? undefined }),
]);
