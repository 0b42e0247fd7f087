// Suite `wasm-chrome`: the same tests in a browser, whose engine is updated without anybody asking us.

import { suite } from "../lib/suite.mjs";
import { wasmTests } from "../lib/wasm-tests.mjs";

await suite(() => [wasmTests("chrome")]);
