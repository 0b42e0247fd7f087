// Suite `playground`: the playground in a real browser, served by the gate and as static files.

import { chrome } from "../lib/browser.mjs";
import { nodeBinary } from "../lib/environment.mjs";
import { nodeTest, suite, testFiles } from "../lib/suite.mjs";

await suite(() => [
  nodeTest(nodeBinary(), testFiles("tests/playground", /\.test\.js$/), {
    CHROME_PATH: chrome() ?? undefined,
  }),
]);
