// CommonJS, where `require` takes no modules: test runners, and Node before 20.19.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { init, ...api } = require("./cjs/guidance-slim.cjs");

const wasm = (name) => readFileSync(join(__dirname, "wasm", name));

init({ kyc: wasm("kyc_bg.wasm"), operations: wasm("operations_bg.wasm") });

module.exports = api;
