// `npm run format`: repairs what the suite `format` finds.

import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";
import { cargo, npmCommand, suite } from "./lib/suite.mjs";

await setUp("start").catch(fail);
await suite(() => [
  cargo(["fmt"]),
  cargo(["fmt", "--manifest-path", "tools/bindgen/Cargo.toml"]),
  npmCommand("biome", ["format", "--write"]),
]);
