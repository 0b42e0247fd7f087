// Suite `build`: both variants of the wasm, up to date for the suites after it.

import { build } from "../lib/build.mjs";
import { suite } from "../lib/suite.mjs";

await suite(() => [() => build(), () => build({ conformance: true })]);
