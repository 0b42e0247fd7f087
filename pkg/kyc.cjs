// CommonJS, where `require` takes no modules: test runners, and Node before 20.19.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { init, ...api } = require("./cjs/kyc-slim.cjs");

init(readFileSync(join(__dirname, "wasm", "kyc_bg.wasm")));

module.exports = api;
