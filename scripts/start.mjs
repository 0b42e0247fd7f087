// `npm start`: the gate on this machine, on the real runtime, with its own secret and token. No account, no network.
//
//   PORT=9000 npm start                 another port (default 8787)
//   GATE_STATE=/tmp/gate npm start      another directory for what it keeps (default .local)
//   CONOMY_WEBHOOK_SECRETS=… npm start  your own secret, or {"id":"secret"}, in place of the sandbox one

import { build, PACKAGED } from "./lib/build.mjs";
import { buildModules } from "./lib/modules.mjs";
import { copyPackage } from "./lib/site.mjs";
import { banner } from "./lib/start-banner.mjs";
import { applyMigrations, healthy, portIsFree, runGate } from "./lib/start-gate.mjs";
import { prepareSettings } from "./lib/start-settings.mjs";
import { setUp } from "./lib/setup.mjs";

const HOST = "127.0.0.1";

const port = Number(process.env.PORT ?? 8787);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  fail(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
if (!(await portIsFree(HOST, port)))
  fail(`Port ${port} is in use. Choose another: PORT=${port === 65535 ? 8787 : port + 1} npm start`);

let settings;
try {
  await setUp("start");
  for (const variant of PACKAGED) await build(variant);
  await buildModules();
  copyPackage();
  settings = prepareSettings();
  await applyMigrations(settings.directory);
} catch (error) {
  fail(error.message);
}

const gate = runGate({ host: HOST, port, settings });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => gate.stop());
if (process.env.npm_lifecycle_event) stopWithParent(process.ppid);
gate.ended.then(({ wanted, output }) => {
  if (!wanted) fail(`The gate ended by itself. Its last words:\n\n${output}`);
  process.exit(0);
});

const url = `http://${HOST}:${port}`;
const problem = await healthy(url);
if (problem !== null) {
  await gate.stop();
  fail(`The gate did not come up: ${problem}\n\n${gate.output()}`);
}
console.log(banner(url, settings));
gate.follow();

/** npm's shell ends on a signal without passing it on. */
function stopWithParent(parent) {
  setInterval(() => process.ppid === parent || gate.stop(), 250).unref();
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
