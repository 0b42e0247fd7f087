// The playground: three views, of which the address says which one is on show, and with what.

import { at, say } from "../dom.js";
import { read, replace, written } from "./address.js";
import * as delivery from "./delivery.js";
import * as file from "./document.js";
import * as status from "./status.js";

const VIEWS = { status, delivery, document: file };
const TITLES = { status: "Status", delivery: "Delivery", document: "Document" };

/** @typedef {keyof typeof VIEWS} Name */

const opened = new Set();
/** @type {Name} */
let current = "status";

/** Shows what the address says. */
async function follow() {
  const asked = read(location.hash);
  const isView = Object.hasOwn(VIEWS, asked.view);
  current = isView ? /** @type {Name} */ (asked.view) : "status";
  const values = isView ? asked.values : {};
  reveal();
  // A link to a view alone leaves in it what was there.
  if (!opened.has(current) || Object.keys(values).length > 0) await VIEWS[current].fill(values);
  tell();
  if (opened.has(current)) return;
  opened.add(current);
  await load(current);
}

function reveal() {
  for (const name of Object.keys(VIEWS)) {
    at(`view-${name}`).hidden = name !== current;
    if (name === current) at(`to-${name}`).setAttribute("aria-current", "page");
    else at(`to-${name}`).removeAttribute("aria-current");
  }
  at("share").hidden = false;
  document.title = `${TITLES[current]} · Playground · compliance-gate`;
}

/** @param {Name} name */
async function load(name) {
  try {
    await VIEWS[name].open(() => current === name && tell());
    tell();
  } catch (error) {
    const box = at(`${name}-loading`);
    box.hidden = false;
    box.classList.add("failed");
    say(
      box,
      `The package could not be loaded: ${error.message}. Load the page again; if that does not help, its files in pkg/ are not served.`,
    );
  }
}

/** Has the address say what is on show. */
function tell() {
  replace(written(current, VIEWS[current].values()));
  say(at("copy-note"), VIEWS[current].note());
  say(at("copy-news"), "");
}

at("copy-link").addEventListener("click", async () => {
  const values = await VIEWS[current].linked();
  if (values === null) {
    say(at("copy-news"), "This is too long for a link. Send it as a file.");
    return;
  }
  replace(written(current, values));
  try {
    await navigator.clipboard.writeText(location.href);
    say(at("copy-news"), "Copied.");
  } catch {
    say(at("copy-news"), "The link is in the address bar; the browser does not let this page copy it.");
  }
});

at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  at(`view-${current}`).focus();
});

addEventListener("hashchange", follow);
follow();
