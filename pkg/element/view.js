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
 * @property {string} news what a screen reader is told
 */

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
  return guidance ? dueOf(guidance).now.filter(({ check }) => uploads.get(check)?.stage !== "sent") : [];
}

/**
 * The screen on show: after the last document, there is nothing left to do.
 * @param {Pick<Model, "guidance" | "failed" | "uploads">} model @returns {import("../element.js").Screen}
 */
export function look(model) {
  const { guidance } = model;
  const screen = screenFor(model);
  const isDone = screen === "due" && guidance && dueOf(guidance).now.length > 0 && left(model).length === 0;
  return isDone ? "waiting" : screen;
}

/** @param {Model} model @returns {import("./tree.js").Tree[]} */
export function view(model) {
  const { words, level, news } = model;
  const screen = look(model);
  const reason = reasonOf(screen, model);
  return [
    h(
      "section",
      { part: "card", "data-screen": screen, lang: words.lang, "aria-busy": screen === "loading" && "true" },
      h(
        "header",
        {},
        icon(screen === "due" && model.guidance?.nextAction === "UPLOAD_DOCUMENT" ? "document" : screen),
        h(
          "div",
          {},
          screen === "due" && h("p", { part: "eyebrow" }, words.say("next")),
          h(`h${level}`, { part: "title", tabindex: "-1" }, titleOf(model)),
          reason && h("p", { part: "reason" }, reason),
        ),
      ),
      steps(model),
      act(screen, model),
      model.guidance && model.failed && stale(model),
      rest(model),
    ),
    h("p", { role: "status" }, news),
  ];
}

/** @param {Model} model */
export function titleOf(model) {
  const { guidance, words } = model;
  const screen = look(model);
  if (screen !== "due") return words.say(`${screen}.title`);
  return words.say(`${guidance?.nextAction}.title`, { n: Math.max(left(model).length, 1) });
}

/** @param {string} screen @param {Model} model */
function reasonOf(screen, { guidance, words }) {
  const { nextAction, phase } = guidance ?? {};
  if (screen === "loading" || (screen === "waiting" && nextAction === null)) return null;
  const isExpired = phase === "expired" && (nextAction === "RERUN_KYC" || screen === "support");
  if (isExpired) return words.say("RERUN_KYC.expired");
  return words.say(`${screen === "due" ? nextAction : screen}.reason`);
}

/** What the next action takes care of, where that is more than its title says. @param {Model} model */
function steps(model) {
  const { guidance } = model;
  if (!guidance) return null;
  const screen = screenFor(model);
  const { nextAction } = guidance;
  if (screen === "unknown") return list(guidance.currentlyDue, "due", model);
  const due = screen === "due" ? dueOf(guidance).now : [];
  if (nextAction === "UPDATE_PROFILE") return list(due, "due", model);
  if (nextAction !== "UPLOAD_DOCUMENT" || due.length === 0) return null;
  const [first] = left(model);
  return h(
    "ul",
    { part: "steps" },
    due.map((item, index) => picker(item, { index, isFirst: item === first, ...model })),
  );
}

/** The one thing to press. @param {string} screen @param {Model} model */
function act(screen, { guidance, words, links }) {
  if (screen === "error") return button("RETRY", words.say("error.button"), links);
  if (screen === "due") {
    const action = String(guidance?.nextAction);
    if (action !== "UPLOAD_DOCUMENT") return button(action, words.say(`${action}.button`), links);
    return guidance && dueOf(guidance).now.length === 0 && button(action, words.say("upload.choose"), links);
  }
  const needsSupport = screen === "denied" || screen === "support" || screen === "unknown";
  return needsSupport && button("CONTACT_SUPPORT", words.say("support.button"), links);
}

/** @param {Model} model */
function stale({ words }) {
  return h(
    "p",
    { part: "note" },
    `${words.say("error.stale")} `,
    h("button", { type: "button", "data-do": "RETRY" }, words.say("error.button")),
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
