// Suite `end-to-end`: the command a newcomer types, and what it promises.

import { chrome } from "../lib/browser.mjs";
import { nodeBinary } from "../lib/environment.mjs";
import { nodeTest, suite, testFiles } from "../lib/suite.mjs";

await suite(() => [
  nodeTest(nodeBinary(), testFiles("tests/end-to-end", /\.test\.js$/), {
    CHROME_PATH: chrome() ?? undefined,
  }),
]);
