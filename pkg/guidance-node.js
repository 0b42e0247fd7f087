// Node: the module is read from the package's own files.
import { readFileSync } from "node:fs";
import { load } from "./lib/guidance/core.js";

load(new WebAssembly.Module(readFileSync(new URL("./wasm/guidance_bg.wasm", import.meta.url))));

export * from "./lib/guidance/api.js";
