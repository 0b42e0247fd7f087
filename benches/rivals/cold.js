// A fresh process: the argument is imported, verifies once, and the milliseconds of both are printed.
import { readFileSync } from "node:fs";
import { unpacked } from "./unpacked.js";

const given = unpacked(JSON.parse(readFileSync(0, "utf8")), "node");
const start = performance.now();
const { prepare } = await import(`./contenders/${process.argv[2]}.js`);
const verify = await prepare(given);
await verify();
process.stdout.write(String(performance.now() - start));
