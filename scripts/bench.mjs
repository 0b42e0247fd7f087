// `npm run bench`: verification beside what people write or install instead. Prints medians and ratios, judges
// nothing by time alone. ROUNDS=200 npm run bench makes it steadier.

import { build, outputDirectory } from "./lib/build.mjs";
import { environment, nodeBinary } from "./lib/environment.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { stream } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";

try {
  await setUp("start");
  await build();
  await build("conformance");
  process.exitCode = await stream(
    nodeBinary(),
    [fromRoot("benches", "run.js"), outputDirectory("conformance")],
    {
      env: environment(),
    },
  );
} catch (error) {
  fail(error);
}
