// CommonJS, where `require` takes no modules: test runners, and Node before 20.19.
const { init, ...api } = require("./cjs/slim.cjs");
const file = require("./file.cjs");

init(file("compliance_gate_bg.wasm"));

module.exports = api;
