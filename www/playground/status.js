// Status: what an answer of the compliance API means, and how a customer would see it.

import { at, say } from "../dom.js";
import { unusual } from "./address.js";
import { showGuidance } from "./guidance.js";
import { loadGuidance } from "./package.js";
import { pack, unpack } from "./packed.js";
import { asked, person, told } from "./person.js";
import { picker } from "./picker.js";
import { chooseLanguage, language, readyPreview, renewPreview } from "./preview.js";
import { print } from "./print.js";
import { GROUPS } from "./situations.js";
import { inside } from "./verdict.js";

/** @typedef {import("./address.js").Values} Values */

/** Shown to who comes without a link: the step most customers are at. */
const FIRST = "sdk-completed";
/** A link of more is cut by some that it is sent through. No text of more than `LARGEST` fits that. */
const LONGEST = 6000;
const LARGEST = 256 * 1024;
const CUT_OFF = {
  title: "This link is damaged",
  message: "What it holds cannot be read: part of it may have been cut off on its way.",
};
const UNKNOWN = {
  title: "This link names no situation of this page",
  message: "It may belong to another version. Pick a situation, or paste a status.",
};
const DETAILS = ["customerId", "onboardingId", "polls", "lastEvent"];

const situations = new Map(GROUPS.flatMap((group) => group.situations.map((each) => [each.id, each])));
const field = (/** @type {string} */ name) => at(`status-${name}`);

let chosen = "";
/** A text as a link holds it, so that the address can go on holding it. */
let link = { text: "", packed: "" };
/** What is wrong with the link that led here. @type {{ title: string, message: string } | null} */
let damage = null;
/** @type {typeof import("../../pkg/kyc.js") | null} */
let guidance = null;
let changed = () => {};

const customer = person("status", edited);
const list = picker(
  "situation",
  GROUPS.map(({ label, situations }) => ({ label, choices: situations })),
  "None: your own",
  (id) => {
    choose(id);
    edited();
  },
);

/** @param {() => void} tell whenever an address would say something else */
export async function open(tell) {
  changed = tell;
  [guidance] = await Promise.all([loadGuidance(), readyPreview(changed)]);
  at("status-loading").hidden = true;
  show();
}

/** What an address says. @param {Values} values */
export async function fill(values) {
  const { situation = "", text, lang = "en", ...rest } = values;
  const isBare = text === undefined && situation === "" && Object.keys(rest).length === 0;
  choose(isBare ? FIRST : situation);
  const given = text === undefined ? "" : await unpack(text);
  if (text !== undefined) {
    field("text").value = given ?? "";
    link = { text: field("text").value, packed: text };
  } else if (chosen === "") field("text").value = "";
  fillPerson({ ...customer.values(), ...details(), ...rest });
  chooseLanguage(lang);
  damage = given === null ? CUT_OFF : !isBare && chosen !== situation ? UNKNOWN : null;
  show();
}

/** What an address should say. */
export function values() {
  const usual = context(situations.get(chosen));
  return {
    ...(chosen === "" ? {} : { situation: chosen }),
    ...(isLinked() ? { text: link.packed } : {}),
    ...unusual({ ...customer.values(), ...details() }, usual),
    ...unusual({ lang: language() }, { lang: "en" }),
  };
}

/** The same for a link, with a status of one's own in it; null where that is too long. */
export async function linked() {
  const text = field("text").value;
  if (chosen !== "" || text.trim() === "") return values();
  const packed = text.length > LARGEST ? null : await pack(text);
  if (packed === null || packed.length > LONGEST) return null;
  link = { text, packed };
  return values();
}

function isLinked() {
  return chosen === "" && link.packed !== "" && field("text").value === link.text;
}

/** What a link would hold. */
export function note() {
  return chosen === ""
    ? "The link holds the status and what you know of the customer, behind the #, which browsers do not send."
    : "The link holds the name of the situation, and what you changed.";
}

/** @param {string} id */
function choose(id) {
  const situation = situations.get(id);
  chosen = situation === undefined ? "" : id;
  list.show(chosen);
  if (situation !== undefined) field("text").value = print(situation.status, 120);
  fillPerson(context(situation));
  renewPreview();
}

/** What a situation says of its customer, as an address would. @returns {Values} */
function context(situation) {
  if (situation === undefined) return {};
  const { usPerson, hasIpAddress, ...texts } = situation.context;
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)])),
    usPerson: told(usPerson),
    hasIpAddress: told(hasIpAddress),
    lastEvent: situation.event === null ? "" : print(situation.event, 76),
  };
}

/** @param {Values} values */
function fillPerson(values) {
  customer.fill(values);
  for (const name of DETAILS) field(name).value = values[name] ?? "";
}

/** @returns {Values} */
function details() {
  return Object.fromEntries(DETAILS.map((name) => [name, field(name).value.trim()]));
}

function edited() {
  damage = null;
  show();
  changed();
}

function show() {
  say(at("situation-source"), origin());
  const text = field("text").value;
  // One line is read as it breaks; several are laid out already.
  field("text").wrap = text.includes("\n") ? "off" : "soft";
  if (guidance === null) return;
  at("status-empty").hidden = text.trim() !== "" || damage !== null;
  reveal(false);
  at("status-error").hidden = true;
  at("contradictions").hidden = true;
  if (damage !== null) return trouble(damage);
  if (text.trim() === "") return;
  try {
    showGuidance(guidance.interpretStatus(text, known()));
    reveal(true);
  } catch (error) {
    const isStatus = String(error.code).startsWith("status_");
    const title = isStatus ? "No guidance for this" : "This cannot be used";
    trouble({ title, message: error.message, code: error.code });
  }
}

/** Where the situation is from, and what came before it: that counts too, and stands further down. */
function origin() {
  const source = situations.get(chosen)?.source;
  const { lastEvent } = details();
  const { eventType, type, event } = Object(eventOf(lastEvent));
  const name = eventType ?? type ?? event ?? (lastEvent.startsWith("{") ? "below" : lastEvent);
  return [
    source == null ? "" : `From the provider’s “KYC Compliance Flow”: ${source}.`,
    lastEvent === "" ? "" : `Read after the webhook ${name}.`,
  ]
    .join(" ")
    .trim();
}

/** @param {boolean} isThere */
function reveal(isThere) {
  at("status-result").hidden = !isThere;
  at("data").hidden = !isThere;
}

function known() {
  const { customerId, onboardingId, polls, lastEvent } = details();
  return {
    ...asked(customer.values()),
    customerId: customerId || undefined,
    onboardingId: onboardingId || undefined,
    polls: polls === "" ? undefined : Number(polls),
    lastEvent: lastEvent === "" ? undefined : eventOf(lastEvent),
  };
}

/** An event's body, or its name. @param {string} text */
function eventOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @param {{ title: string, message: string, code?: string }} what */
function trouble(what) {
  at("status-error").replaceChildren(...inside(what));
  at("status-error").hidden = false;
}

// Somebody else's answer has nothing to do with the ids, the webhook and the uploads of the situation before.
field("text").addEventListener("paste", (event) => {
  const isAll = field("text").selectionEnd - field("text").selectionStart === field("text").value.length;
  if (!isAll || event.clipboardData.getData("text") === "") return;
  fillPerson(customer.values());
  renewPreview();
});
field("text").addEventListener("input", () => {
  chosen = "";
  list.show("");
  edited();
});
for (const name of DETAILS) field(name).addEventListener("input", edited);
at("status-clear").addEventListener("click", () => {
  field("text").value = "";
  choose("");
  edited();
  field("text").focus();
});
