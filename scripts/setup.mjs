// `npm run setup`: prepares a machine for everything, tests included.
// `npm start` and `npm test` set up what they need by themselves; this does it ahead of time.
// `npm run setup -- start` prepares only what starting the gate needs.

import { setUp } from "./lib/setup.mjs";
import { fail } from "./lib/step.mjs";

const level = process.argv[2] === "start" ? "start" : "test";
await setUp(level).catch(fail);
