// The playground in a real browser: served by a gate that `npm start` started, and as static files. Screenshots of every
// view and state go to tests/results/playground/.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { writeSite } from "../../scripts/lib/site.mjs";
import { startGate, stateDirectory } from "../end-to-end/running.js";
import { launch } from "../page/browser.js";
import { addresses } from "./addresses.js";
import { deliveries } from "./deliveries.js";
import { documents } from "./documents.js";
import { frame } from "./frame.js";
import { opener } from "./opener.js";
import { serve } from "./static-server.js";
import { site } from "./site.js";
import { speed } from "./speed.js";
import { statuses } from "./statuses.js";

const state = stateDirectory();
/** What the tests use; it is there once they run. */
const given = {};

before(async () => {
  mkdirSync(state.path, { recursive: true });
  const [gate, browser] = await Promise.all([startGate({ state: join(state.path, "gate") }), launch()]);
  // In a folder of a folder: a page on somebody's server is seldom at its root.
  writeSite(join(state.path, "files", "tools", "playground"));
  const files = await serve(join(state.path, "files"));
  const compressed = await serve(join(state.path, "files", "tools", "playground"), { compressed: true });
  Object.assign(given, { gate, browser, files, compressed, site: `${files.url}tools/playground/` });
  given.open = opener(browser, `${gate.url}/playground`);
});
after(async () => {
  await given.browser?.close();
  await given.files?.stop();
  await given.compressed?.stop();
  await given.gate?.stop();
  state.remove();
});

frame(given);
statuses(given);
deliveries(given);
documents(given);
addresses(given);
site(given);
speed(given);
