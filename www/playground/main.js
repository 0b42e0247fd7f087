// The playground: three views, of which the address says which one is on show, and with what.

import { at, make, say } from "../dom.js";
import { read, replace, written } from "./address.js";
import { loadElement, loadFull, loadGuidance } from "./package.js";

/**
 * @typedef {import("./address.js").Values} Values
 * @typedef {object} View
 * @property {(tell: () => void) => Promise<void>} open loads what it needs; `tell` is to be called after every change
 * @property {(values: Values) => void | Promise<void>} fill shows what an address says
 * @property {() => Values} values what an address should say
 * @property {() => Promise<Values | null>} linked what a link should say; null where that is too much
 * @property {() => string} note what is in a link, for people
 */

/** What a view is, and what it will ask the package for: both are on their way at once. */
const VIEWS = {
  status: { title: "Status", load: () => import("./status.js"), needs: [loadGuidance, loadElement] },
  delivery: { title: "Delivery", load: () => import("./delivery.js"), needs: [loadFull] },
  document: { title: "Document", load: () => import("./document.js"), needs: [loadGuidance] },
};

/** @typedef {keyof typeof VIEWS} Name */

/** The views that are there. @type {Partial<Record<Name, View>>} */
const views = {};
/** Those on their way, or there. @type {Partial<Record<Name, Promise<void>>>} */
const opened = {};
/** @type {Name} */
let current = "status";

/** Shows what the address says. */
async function follow() {
  const asked = read(location.hash);
  const isView = Object.hasOwn(VIEWS, asked.view);
  const name = isView ? /** @type {Name} */ (asked.view) : "status";
  const values = isView ? asked.values : {};
  current = name;
  reveal();
  if (opened[name] === undefined) {
    opened[name] = open(name, values);
    return;
  }
  await opened[name];
  // A link to a view alone leaves in it what was there.
  if (Object.keys(values).length > 0) await views[name]?.fill(values);
  tell();
}

/** @param {Name} name @param {Values} values */
async function open(name, values) {
  try {
    // What fails here fails again in `open`, which waits for it.
    for (const need of VIEWS[name].needs) need().catch(() => {});
    const view = await VIEWS[name].load();
    views[name] = view;
    await view.fill(values);
    if (current === name) tell();
    await view.open(() => current === name && tell());
    if (current === name) tell();
  } catch (error) {
    at(`${name}-loading`).replaceChildren(...failure(error));
    at(`${name}-loading`).hidden = false;
  }
}

/** @param {Error} error */
function failure({ message }) {
  const again = make("button", { type: "button" }, "Load the page again");
  again.addEventListener("click", () => location.reload());
  return [
    make("p", { class: "empty-title" }, "The package could not be loaded"),
    make("p", {}, `${message}.`),
    make("p", {}, "If loading again does not help, the files in pkg/ are not served."),
    again,
  ];
}

function reveal() {
  for (const name of Object.keys(VIEWS)) {
    at(`view-${name}`).hidden = name !== current;
    if (name === current) at(`to-${name}`).setAttribute("aria-current", "page");
    else at(`to-${name}`).removeAttribute("aria-current");
  }
  document.title = `${VIEWS[current].title} · Playground · compliance-gate`;
}

/** Has the address say what is on show. */
function tell() {
  const view = views[current];
  if (view === undefined) return;
  replace(written(current, view.values()));
  say(at("copy-note"), view.note());
  say(at("copy-news"), "");
  at("share").hidden = false;
}

at("copy-link").addEventListener("click", async () => {
  const name = current;
  const values = await views[name]?.linked();
  if (values == null) {
    say(at("copy-news"), "This is too long for a link. Send it as a file.");
    return;
  }
  replace(written(name, values));
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
