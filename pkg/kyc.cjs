// CommonJS, where `require` takes no modules: test runners, and Node before 20.19.
const { init, ...api } = require("./cjs/kyc-slim.cjs");
const file = require("./file.cjs");

init(file("kyc_bg.wasm"));

module.exports = api;
