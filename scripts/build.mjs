// `npm run build`: makes pkg/wasm/, pkg/esm/ and pkg/cjs/, after which `npm pack` has the whole package; www/pkg/, after which www/
// has all that the gate serves; and site/, the playground for any static server.
// `npm run build -- --conformance` makes the variant that tests and benchmarks measure, in .local/conformance/.

import { build, PACKAGED } from "./lib/build.mjs";
import { buildCommonJs } from "./lib/commonjs.mjs";
import { buildModules } from "./lib/modules.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { setUp } from "./lib/setup.mjs";
import { writeSite } from "./lib/site.mjs";
import { fail } from "./lib/step.mjs";

try {
  await setUp("start");
  if (process.argv.includes("--conformance")) await build("conformance");
  else {
    for (const variant of PACKAGED) await build(variant);
    await buildModules();
    await buildCommonJs();
    writeSite(fromRoot("site"));
  }
} catch (error) {
  fail(error);
}
