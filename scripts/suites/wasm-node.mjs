// Suite `wasm-node`: the core compiled to wasm may differ from the host's (32-bit sizes, no threads, no clock).

import { suite } from "../lib/suite.mjs";
import { wasmTests } from "../lib/wasm-tests.mjs";

await suite(() => [wasmTests("node")]);
