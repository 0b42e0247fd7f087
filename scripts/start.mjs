// `npm start`: the gate on this machine, on the real runtime, with its own secret and token. No account, no network.
//
//   PORT=9000 npm start                 another port (default 8787)
//   GATE_STATE=/tmp/gate npm start      another directory for what it keeps (default .local; beside another gate that
//                                       runs from there, one of its own inside it)
//   CONOMY_WEBHOOK_SECRETS=… npm start  your own secret, or {"id":"secret"}, in place of the sandbox one

import { build, PACKAGED } from "./lib/build.mjs";
import { buildModules } from "./lib/modules.mjs";
import { copyPackage } from "./lib/site.mjs";
import { claimDirectory } from "./lib/start-claim.mjs";
import { banner } from "./lib/start-banner.mjs";
import { applyMigrations, healthy, runGate } from "./lib/start-gate.mjs";
import { portIsFree } from "./lib/port.mjs";
import { prepareSettings } from "./lib/start-settings.mjs";
import { setUp } from "./lib/setup.mjs";

const HOST = "127.0.0.1";

const asked = process.env.PORT || "8787";
const port = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
if (port < 1 || port > 65535) fail(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
if (!(await portIsFree(HOST, port)))
  fail(`Port ${port} is in use. Choose another: PORT=${port === 65535 ? 8787 : port + 1} npm start`);

let settings;
try {
  await setUp("start");
  for (const variant of PACKAGED) await build(variant);
  await buildModules();
  copyPackage();
  settings = prepareSettings(await claimDirectory(HOST, port));
  await applyMigrations(settings.directory);
} catch (error) {
  fail(error.message);
}

const url = `http://${HOST}:${port}`;
let gate = runGate({ host: HOST, port, settings });
let isWanted = true;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
if (process.env.npm_lifecycle_event) stopWithParent(process.ppid);
await comesUp();
console.log(banner(url, settings));
await gate.ended;
while (isWanted) {
  const words = `The gate ended by itself. Its last words:\n\n${gate.output()}`;
  if (!(await portIsFree(HOST, port))) fail(`${words}\n\nPort ${port} is in use still.`);
  console.error(`\n${words}\n\nStarting it again …`);
  gate = runGate({ host: HOST, port, settings });
  await comesUp();
  console.error(`It is up again: ${url}`);
  await gate.ended;
}
process.exit(0);

async function comesUp() {
  const problem = await Promise.race([healthy(url), gate.ended.then(() => "it ended")]);
  if (problem !== null) {
    await gate.stop();
    if (isWanted) fail(`The gate did not come up: ${problem}\n\n${gate.output()}`);
    process.exit(0);
  }
  gate.follow();
}

function stop() {
  isWanted = false;
  gate.stop();
}

/** npm's shell ends on a signal without passing it on. */
function stopWithParent(parent) {
  setInterval(() => process.ppid === parent || stop(), 250).unref();
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
