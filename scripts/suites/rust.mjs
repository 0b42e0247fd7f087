// Suite `rust`: the core on the host, where properties and vectors run fastest.

import { cargo, externalVectors, suite } from "../lib/suite.mjs";

const TESTS = ["test", "--locked", "--lib", "--tests"];

await suite(() => [externalVectors(), cargo(TESTS), cargo([...TESTS, "--no-default-features"])]);
