// The page: asks for a token where there is none, then lists deliveries as they arrive.

import * as api from "./api.js";
import { at, say } from "./dom.js";
import { feed } from "./feed.js";
import { announce, clear, isEmpty, isShown, merge } from "./list.js";
import { wireSandbox } from "./sandbox.js";
import * as token from "./token.js";

/** How many pages of news are fetched at once; behind more of them the list begins anew. */
const MOST_PAGES = 4;

/** The last of those shown, which have no gap; null where nothing is before it. */
let oldest = null;
let hasSandbox = false;

const live = feed(poll, tell);

async function poll() {
  try {
    announce(merge(await news()));
    show("list");
  } catch (error) {
    if (error.status !== 401) throw error;
    askForToken(
      token.current() === null
        ? ""
        : "The gate does not know this token. It may belong to another gate, or an earlier one.",
    );
    return false;
  }
}

/** What came since the last time, whole: as many pages as it takes to meet what is shown. */
async function news() {
  const isFirst = isEmpty();
  let { deliveries, next } = await api.deliveries();
  const meets = () => next === null || deliveries.some(({ id }) => isShown(id));
  for (let pages = 1; !isFirst && !meets(); pages += 1) {
    if (pages === MOST_PAGES) {
      clear();
      oldest = next;
      return deliveries;
    }
    const page = await api.deliveries(next);
    deliveries = deliveries.concat(page.deliveries);
    next = page.next;
  }
  if (isFirst) oldest = next;
  return deliveries;
}

function tell(state, error, seconds) {
  const trouble = at("trouble");
  const words = {
    live: "Live",
    paused: "Paused",
    trouble: "Not reachable",
    starting: "Starting",
    token: "Token needed",
  };
  at("live").dataset.live = state;
  say(at("live"), words[state]);
  trouble.hidden = state !== "trouble";
  if (state === "trouble") {
    at("loading").hidden = true;
    say(trouble, `${error.message} Trying again in ${seconds} s.`);
  } else say(trouble, "");
}

function show(what) {
  at("token-panel").hidden = what !== "token";
  at("deliveries").hidden = what === "token";
  at("sandbox").hidden = what === "token" || !hasSandbox;
  at("loading").hidden = true;
  at("older").hidden = oldest === null;
}

function askForToken(message) {
  token.forget();
  clear();
  tell("token");
  show("token");
  const field = at("token");
  field.setAttribute("aria-invalid", String(message !== ""));
  say(at("token-error"), message);
  field.focus();
}

function begin() {
  oldest = null;
  at("loading").hidden = false;
  if (token.current() === null) askForToken("");
  else live.start();
}

at("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = at("token");
  if (field.value.trim() === "") return askForToken("Paste the token first.");
  // Anything else cannot be sent in a header at all.
  if (!/^[\x21-\x7e]+$/.test(field.value.trim()))
    return askForToken("A token is made of plain letters, digits and signs, without spaces.");
  token.keep(field.value);
  field.value = "";
  say(at("token-error"), "");
  live.start();
});

at("older").addEventListener("click", async () => {
  try {
    const { deliveries, next } = await api.deliveries(oldest);
    merge(deliveries);
    oldest = next;
    show("list");
  } catch (error) {
    tell("trouble", error, 2);
  }
});

addEventListener("hashchange", () => {
  if (token.takeFromAddress()) begin();
});

async function describe() {
  try {
    const { environment, version, sandbox } = await api.health();
    at("environment").hidden = false;
    say(at("environment"), environment);
    say(at("version"), `compliance-gate ${version}`);
    hasSandbox = sandbox;
    at("sandbox").hidden = !sandbox || !at("token-panel").hidden;
    if (sandbox)
      say(
        at("empty-hint"),
        "Send a signed sample with the button above, or paste the curl line that npm start printed.",
      );
  } catch {
    setTimeout(describe, 5_000); // the feed says what is wrong
  }
}

token.takeFromAddress();
at("live").hidden = false;
wireSandbox(() => live.hurry());
describe();
begin();
