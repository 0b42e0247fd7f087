// Suite `js`: the npm package as its users import it. The package supports older Nodes than the tools need, so the
// tests run under the machine's Node too where that is another major version.

import { nodes } from "../lib/environment.mjs";
import { externalVectors, nodeTest, suite, testFiles } from "../lib/suite.mjs";

await suite(() => {
  const files = testFiles("tests/js", /\.test\.js$/);
  const runs = nodes().flatMap(({ node, major }) => [
    async () => console.log(`\nNode ${major}`),
    nodeTest(node, files),
  ]);
  return [externalVectors(), ...runs];
});
