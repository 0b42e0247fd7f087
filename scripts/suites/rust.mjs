// Suite `rust`: the core on the host, where properties and vectors run fastest.

import { cargo, externalVectors, suite } from "../lib/suite.mjs";

await suite(() => [externalVectors(), cargo(["test", "--locked", "--lib", "--tests"])]);
