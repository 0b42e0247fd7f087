// The wasms as files beside this one, for CommonJS.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { GateError } = require("./cjs/gate-error.cjs");

/** The bytes of a wasm. A bundler that took this file may have left the wasm where it was. */
module.exports = (name) => {
  try {
    return readFileSync(join(__dirname, "wasm", name));
  } catch (cause) {
    throw new GateError(
      "wasm_unavailable",
      `expected wasm/${name} beside the package's code, found that it cannot be read; ` +
        "where you bundle, mark compliance-gate as external or add the condition `module`",
      cause,
    );
  }
};
