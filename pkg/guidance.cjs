// CommonJS, where `require` takes no modules: test runners, and Node before 20.19.
const { init, ...api } = require("./cjs/guidance-slim.cjs");
const file = require("./file.cjs");

init({ kyc: file("kyc_bg.wasm"), operations: file("operations_bg.wasm") });

module.exports = api;
