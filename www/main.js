// The page: asks for a token where there is none, then lists deliveries as they arrive.

import * as api from "./api.js";
import { at, say } from "./dom.js";
import { feed } from "./feed.js";
import * as list from "./list.js";
import { wireSandbox } from "./sandbox.js";
import * as token from "./token.js";

/** How many pages of news are fetched at once; behind more of them the list begins anew. */
const MOST_PAGES = 4;
const MADE_OF = "A token is made of plain letters, digits and signs, without spaces.";

/** The last of those shown, which have no gap; null where nothing is before it. */
let oldest = null;
/** Where the older of them are looked at next; null for where the news ends. */
let place = null;
let hasSandbox = false;

const live = feed(poll, tell);

async function poll() {
  const asked = token.current();
  const isStill = () => token.current() === asked;
  try {
    if (asked === null) return false;
    const found = await news();
    // Another token was given, or none is there: what this one got is nobody's.
    if (!isStill()) return token.current() !== null;
    take(found);
    show("list");
    const older = await olderAgain(found.next);
    if (isStill()) list.merge(older);
  } catch (error) {
    if (!isStill()) return token.current() !== null;
    if (error.status !== 401) throw error;
    askForToken("The gate does not know this token. It may belong to another gate, or an earlier one.");
    return false;
  }
}

/** What came since the last time, whole: as many pages as it takes to meet what is shown, if they are not too many. */
async function news() {
  const isFirst = list.isEmpty();
  let { deliveries, next } = await api.deliveries();
  const meets = () => next === null || deliveries.some(({ id }) => list.isShown(id));
  for (let pages = 1; pages < MOST_PAGES && !isFirst && !meets(); pages += 1) {
    const page = await api.deliveries(next);
    deliveries = deliveries.concat(page.deliveries);
    next = page.next;
  }
  return { deliveries, next, isFirst, isWhole: meets() };
}

function take({ deliveries, next, isFirst, isWhole }) {
  if (isFirst || !isWhole) {
    oldest = next;
    place = null;
  }
  if (isFirst || isWhole) return list.announce(list.merge(deliveries));
  list.beginAnew();
  list.merge(deliveries);
  list.announceAnew(deliveries.length);
}

/** A page of the older ones each time, over and over: repeats of them are counted, and are no news. */
async function olderAgain(behindNews) {
  const from = place ?? behindNews;
  place = null;
  if (from === null || from === oldest) return [];
  const { deliveries, next } = await api.deliveries(from);
  const end = deliveries.findIndex(({ id }) => !list.isShown(id));
  if (end === -1 && next !== oldest) place = next;
  return end === -1 ? deliveries : deliveries.slice(0, end);
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
  if (state === "live") list.askAgain();
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
  empty();
  tell("token");
  show("token");
  const field = at("token");
  field.setAttribute("aria-invalid", String(message !== ""));
  say(at("token-error"), message);
  field.focus();
}

function empty() {
  list.clear();
  oldest = null;
  place = null;
}

function begin() {
  if (token.current() === null)
    return askForToken(token.isDamaged() ? `The link’s token is damaged. ${MADE_OF}` : "");
  at("loading").hidden = !list.isEmpty();
  live.start();
}

at("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = at("token");
  if (field.value.trim() === "") return askForToken("Paste the token first.");
  if (!token.isToken(field.value.trim())) return askForToken(MADE_OF);
  token.keep(field.value);
  field.value = "";
  say(at("token-error"), "");
  live.start();
});

at("older").addEventListener("click", async () => {
  const button = at("older");
  const from = oldest;
  try {
    const { deliveries, next } = await api.deliveries(from);
    // Pressed twice, or the list began anew.
    if (oldest !== from) return;
    const added = list.merge(deliveries);
    oldest = next;
    const wasHere = document.activeElement === button;
    show("list");
    if (wasHere && button.hidden) list.focus(added[0]?.id);
  } catch (error) {
    tell("trouble", error, 2);
  }
});

addEventListener("hashchange", () => {
  const before = token.current();
  if (!token.takeFromAddress()) return;
  if (token.current() !== before) empty();
  begin();
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
setInterval(list.redate, 1_000);
describe();
begin();
