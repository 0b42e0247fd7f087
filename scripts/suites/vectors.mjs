// Suite `vectors`: vectors that somebody edited by hand would no longer be what an independent signer made.

import { nodeBinary } from "../lib/environment.mjs";
import { suite } from "../lib/suite.mjs";

await suite(() => [
  { command: nodeBinary(), args: ["scripts/vectors.mjs", "--check"] },
  { command: nodeBinary(), args: ["scripts/situations.mjs", "--check"] },
]);
