// Suite `recipes`: what people copy has to work. `node scripts/suites/recipes.mjs hono` runs one.

import { nodeBinary } from "../lib/environment.mjs";
import { nestedPackages } from "../lib/npm.mjs";
import { MATRIX } from "../lib/pack.mjs";
import { suite } from "../lib/suite.mjs";

await suite(() => [
  () => nestedPackages("matrix tools", MATRIX),
  { command: nodeBinary(), args: ["tests/matrix/recipes.js", ...process.argv.slice(2)] },
]);
