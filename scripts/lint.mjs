// `npm run lint`: the suites `format` and `lints`, for a look before a commit.

import { nodeBinary } from "./lib/environment.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { stream } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";

try {
  await setUp("start");
  for (const name of ["format", "lints"]) {
    if ((await stream(nodeBinary(), [fromRoot("scripts", "suites", `${name}.mjs`)])) !== 0)
      process.exitCode = 1;
  }
} catch (error) {
  fail(error);
}
