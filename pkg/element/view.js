// What is on show, from what is known. Pure: servers print it, browsers patch it in, and both see the same.

import { dueOf, screenOf } from "./screen.js";
import { h } from "./tree.js";
import { button } from "./view/button.js";
import { icon } from "./view/icon.js";
import { list } from "./view/list.js";
import { picker } from "./view/picker.js";

/**
 * @typedef {object} Model
 * @property {import("../guidance.js").Guidance | null} guidance
 * @property {boolean} failed nothing could be loaded, or nothing newer than the guidance
 * @property {import("./words.js").Words} words
 * @property {import("../element.js").Links | null} links
 * @property {import("../element.js").Policy | null} policy
 * @property {number} level of the heading, 1 to 5
 * @property {number | null} again seconds until the next look; null where nobody looks
 * @property {ReadonlyMap<string, import("./view/picker.js").Upload>} uploads by check
 */

/** The one thing to press where the customer has no step to take. */
const WAYS_OUT = {
  error: "RETRY",
  denied: "CONTACT_SUPPORT",
  support: "CONTACT_SUPPORT",
  unknown: "CONTACT_SUPPORT",
};
/** How it went, where it has ended. */
const KINDS = { approved: "fine", denied: "error", error: "error" };

/** @param {Pick<Model, "guidance" | "failed">} model @returns {import("../element.js").Screen} */
function screenFor({ guidance, failed }) {
  if (guidance) return screenOf(guidance);
  return failed ? "error" : "loading";
}

/** A level that leaves room for the headings below it. @param {unknown} given */
export function levelOf(given) {
  return /^[1-5]$/.test(String(given)) ? Number(given) : 2;
}

/** What the next action still takes care of: a document that was sent is out of the customer's hands. @param {Pick<Model, "guidance" | "uploads">} model */
function left({ guidance, uploads }) {
  return dueOf(guidance).now.filter(({ check }) => uploads.get(check)?.stage !== "sent");
}

/**
 * The screen on show: after the last document, there is nothing left to do.
 * @param {Pick<Model, "guidance" | "failed" | "uploads">} model @returns {import("../element.js").Screen}
 */
export function look(model) {
  const screen = screenFor(model);
  const isDone = screen === "due" && dueOf(model.guidance).now[0] && !left(model)[0];
  return isDone ? "waiting" : screen;
}

/** What the texts are about: the step that is due, or the screen. @param {Model} model */
function subjectOf(model) {
  const screen = look(model);
  return screen === "due" ? String(model.guidance?.nextAction) : screen;
}

/** @param {Model} model @param {string} news what a screen reader is told @returns {import("./tree.js").Tree[]} */
export function view(model, news) {
  const { words, level } = model;
  const screen = look(model);
  const subject = subjectOf(model);
  const reason = reasonOf(subject, model);
  return [
    h(
      "section",
      {
        part: "card",
        "data-screen": screen,
        lang: words.lang,
        dir: words.dir,
        "aria-busy": screen === "loading" && "true",
      },
      h(
        "header",
        {},
        icon(subject === "UPLOAD_DOCUMENT" ? "document" : screen, KINDS[screen]),
        h(
          "div",
          {},
          screen === "due" && h("p", { part: "eyebrow" }, words.say("next")),
          h(`h${level}`, { part: "title", tabindex: "-1" }, titleOf(model)),
          reason && h("p", { part: "reason" }, reason),
        ),
      ),
      steps(model),
      act(subject, model),
      model.guidance && model.failed && stale(model),
      rest(model),
    ),
    h("p", { role: "status" }, news),
  ];
}

/** @param {Model} model */
export function titleOf(model) {
  return model.words.say(`${subjectOf(model)}.title`, { n: left(model).length });
}

/** @param {string} subject @param {Model} model */
function reasonOf(subject, { guidance, words }) {
  const { nextAction, phase, currentlyDue: due } = guidance ?? {};
  // Nothing was sent by whom nothing is asked, or who is told to wait beside what is due.
  if (subject === "waiting" && nextAction !== "UPLOAD_DOCUMENT" && (nextAction === null || due?.[0]))
    return null;
  const isExpired = phase === "expired" && (subject === "RERUN_KYC" || subject === "support");
  return words.say(isExpired ? "RERUN_KYC.expired" : `${subject}.reason`);
}

/** What the next action takes care of, where that is more than its title says. @param {Model} model */
function steps(model) {
  const { guidance } = model;
  if (!guidance) return null;
  const screen = screenFor(model);
  const { nextAction } = guidance;
  if (screen === "unknown") return list(guidance.currentlyDue, "due", model);
  if (screen !== "due") return null;
  const { now } = dueOf(guidance);
  if (nextAction === "UPDATE_PROFILE") return list(now, "due", model);
  if (nextAction !== "UPLOAD_DOCUMENT") return null;
  const [first] = left(model);
  return h(
    "ul",
    { part: "steps" },
    now.map((item, index) => picker(item, { index, isFirst: item === first, ...model })),
  );
}

/** The one thing to press; documents have buttons of their own. @param {string} subject @param {Model} model */
function act(subject, { words, links }) {
  const action = WAYS_OUT[subject] ?? subject;
  const text = words.say(`${action === "CONTACT_SUPPORT" ? "support" : subject}.button`);
  return text && button(action, text, links);
}

/** @param {Model} model */
function stale({ words }) {
  return h(
    "p",
    { part: "note" },
    `${words.say("error.stale")} `,
    h("button", { part: "button", "data-do": "RETRY" }, words.say("error.button")),
  );
}

/** What comes later, and what is being checked. @param {Model} model */
function rest(model) {
  const { guidance, words, again } = model;
  const screen = screenFor(model);
  if (!guidance || (screen !== "due" && screen !== "waiting")) return [];
  return [
    part("later", dueOf(guidance).later, "due", model),
    part("pending", guidance.pendingVerification, "pending", model),
    again !== null && h("p", { part: "again" }, words.say("again", { when: words.soon(again) })),
  ];
}

/** @param {string} key @param {readonly { check: string }[]} items @param {string} kind @param {Model} model */
function part(key, items, kind, model) {
  if (items.length === 0) return null;
  const { words, level } = model;
  const title = h(`h${level + 1}`, { part: "heading" }, words.say(`${key}.title`, { n: items.length }));
  return h("div", { part: key }, title, list(items, kind, model));
}
