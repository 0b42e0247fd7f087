// `npm run build`: makes pkg/wasm/ and pkg/cjs/, after which `npm pack` has the whole package.
// `npm run build -- --conformance` makes the variant that tests and benchmarks measure, in .local/conformance/.

import { build, PACKAGED } from "./lib/build.mjs";
import { buildCommonJs } from "./lib/commonjs.mjs";
import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";

try {
  await setUp("start");
  if (process.argv.includes("--conformance")) await build("conformance");
  else {
    for (const variant of PACKAGED) await build(variant);
    await buildCommonJs();
  }
} catch (error) {
  fail(error);
}
