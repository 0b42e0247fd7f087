// Suite `build`: every wasm, the published modules and the CommonJS files, up to date for the suites after it.

import { build, PACKAGED } from "../lib/build.mjs";
import { buildCommonJs } from "../lib/commonjs.mjs";
import { buildModules } from "../lib/modules.mjs";
import { suite } from "../lib/suite.mjs";

await suite(() => [
  ...PACKAGED.map((variant) => () => build(variant)),
  () => build("conformance"),
  buildModules,
  buildCommonJs,
]);
