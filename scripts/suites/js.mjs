// Suite `js`: the npm package as its users import it. The package supports older Nodes than the tools need, so the
// tests run under the machine's Node too where that is another major version.

import { ask, machineNode, nodeBinary } from "../lib/environment.mjs";
import { externalVectors, nodeTest, suite, testFiles } from "../lib/suite.mjs";

await suite(() => {
  const files = testFiles("tests/js", /\.test\.js$/);
  const machine = machineNode();
  const nodes = [nodeBinary()];
  if (machine !== null && major(machine) >= 20 && major(machine) !== major(nodes[0])) nodes.push(machine);
  const runs = nodes.flatMap((node) => [
    async () => console.log(`\nNode ${major(node)}`),
    nodeTest(node, files),
  ]);
  return [externalVectors(), ...runs];
});

/** @param {string} node */
function major(node) {
  return Number(ask(node, ["--version"])?.match(/\d+/)?.[0] ?? 0);
}
