// The wasm tests, tests/wasm_*.rs: wasm-pack compiles them, and wasm-bindgen's test runner runs them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHROME_ARGUMENTS, chrome, chromeDriver } from "./browser.mjs";
import { binOf, testRunner, wasmPack } from "./cargo-tools.mjs";
import { LOCAL } from "./paths.mjs";
import { wasmEnvironment } from "./rust.mjs";
import { testFiles } from "./suite.mjs";

/** @param {"node" | "chrome"} runtime @returns {import("./suite.mjs").Command} */
export function wasmTests(runtime) {
  const files = testFiles("tests", /^wasm_\w+\.rs$/);
  const where = runtime === "node" ? ["--node"] : ["--headless", "--chrome"];
  const set = runtime === "node" ? {} : browserSettings();
  return {
    command: "wasm-pack",
    // `--mode no-install`: wasm-pack would download a wasm-bindgen of its own choice.
    args: ["test", ...where, "--mode", "no-install", "--", "--locked", "--test", "wasm_*"],
    env: wasmEnvironment(set, [binOf(wasmPack), binOf(testRunner)]),
    // The runner counts a file that it skips as a success.
    check: (output) => {
      const ran = output.match(/^test result: ok\. [1-9]\d* passed/gm)?.length ?? 0;
      return ran === files.length ? null : `${files.length} files have wasm tests, and ${ran} of them passed`;
    },
  };
}

function browserSettings() {
  const browser = chrome();
  const driver = chromeDriver();
  if (browser === null || driver === null)
    throw new Error("There is no Chrome with its driver. Run `npm run setup`.");
  const settings = join(LOCAL, "webdriver.json");
  mkdirSync(LOCAL, { recursive: true });
  writeFileSync(
    settings,
    JSON.stringify({ "goog:chromeOptions": { args: CHROME_ARGUMENTS, binary: browser } }),
  );
  return {
    CHROMEDRIVER: driver,
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: settings,
    // The same test files run in Node and here, so they name neither.
    WASM_BINDGEN_USE_BROWSER: "1",
    // A busy machine takes longer than the runner's 5 and 20 seconds.
    WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60",
    WASM_BINDGEN_TEST_TIMEOUT: "120",
  };
}
