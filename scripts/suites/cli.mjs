// Suite `cli`: `npx compliance-gate` as it is installed, under the pinned Node and under the machine's. The vectors need
// a process each, and run under the first.

import { nodes } from "../lib/environment.mjs";
import { emptyProject, pack } from "../lib/pack.mjs";
import { nodeTest, suite, testFiles } from "../lib/suite.mjs";

const VECTORS = "tests/cli/verdicts.test.js";

const { tarball } = await pack();
const project = await emptyProject(tarball, "cli");

await suite(() => {
  const files = testFiles("tests/cli", /\.test\.js$/);
  return nodes().flatMap(({ node, major }, at) => [
    async () => console.log(`\nNode ${major}`),
    nodeTest(node, at === 0 ? files : files.filter((file) => file !== VECTORS), {
      COMPLIANCE_GATE_PROJECT: project,
    }),
  ]);
});
