// Suite `format`: nobody discusses layout in a review. `npm run format` repairs what this finds.

import { cargo, npmCommand, suite } from "../lib/suite.mjs";

await suite(() => [
  cargo(["fmt", "--check"]),
  cargo(["fmt", "--check", "--manifest-path", "tools/bindgen/Cargo.toml"]),
  npmCommand("biome", ["format"]),
]);
