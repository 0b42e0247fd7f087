// Runs every benchmark. The argument is the directory of the conformance build, whose bare HMAC is the measure.
import { readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run as guidance } from "./guidance.js";
import { run as verify } from "./verify.js";

const directory = process.argv[2];
const glue = await import(pathToFileURL(join(directory, "compliance_gate.js")).href);
const module = new WebAssembly.Module(readFileSync(join(directory, "compliance_gate_bg.wasm")));
const { memory } = glue.initSync({ module });

/** The bare HMAC with the copy into the core's memory that every caller has to make. */
const bare = {
  bareKey: glue.bareKey,
  bareVerify: glue.bareVerify,
  write(bytes) {
    const start = glue.reserve(bytes.byteLength) >>> 0;
    if (bare.view === undefined || bare.view.byteLength === 0) bare.view = new Uint8Array(memory.buffer);
    bare.view.set(bytes, start);
    return bytes.byteLength;
  },
};

console.log(`Node ${process.version}, ${platform()} ${arch()}, ${cpus()[0]?.model ?? "unknown processor"}`);
await verify(bare);
await guidance();
