// Suite `page`: the gate's page in a real browser, by keyboard and by accessibility rules too.

import { chrome } from "../lib/browser.mjs";
import { nodeBinary } from "../lib/environment.mjs";
import { nodeTest, suite, testFiles } from "../lib/suite.mjs";

await suite(() => [
  nodeTest(nodeBinary(), testFiles("tests/page", /\.test\.js$/), { CHROME_PATH: chrome() ?? undefined }),
]);
