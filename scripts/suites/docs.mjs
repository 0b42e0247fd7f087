// Suite `docs`: a broken link or an example that no longer runs misleads whoever reads it.

import { cargo, suite } from "../lib/suite.mjs";

await suite(() => [
  cargo(["doc", "--locked", "--no-deps"], { RUSTDOCFLAGS: "-D warnings" }),
  cargo(["test", "--locked", "--doc"]),
]);
