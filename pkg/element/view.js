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
 * @property {number} level of the heading
 * @property {number | null} again seconds until the next look; null where nobody looks
 * @property {ReadonlyMap<string, import("./view/picker.js").Upload>} uploads by check
 * @property {string} news what a screen reader is told
 */

/** @param {Pick<Model, "guidance" | "failed">} model @returns {import("../element.js").Screen} */
export function screenFor({ guidance, failed }) {
  if (guidance) return screenOf(guidance);
  return failed ? "error" : "loading";
}

/** @param {Model} model @returns {import("./tree.js").Tree[]} */
export function view(model) {
  const screen = screenFor(model);
  const { words, level } = model;
  const reason = reasonOf(screen, model);
  return [
    h(
      "section",
      {
        "data-key": "card",
        part: "card",
        class: "card",
        "data-screen": screen,
        lang: words.lang,
        "aria-busy": screen === "loading" && "true",
      },
      h(
        "header",
        {},
        icon(iconOf(screen, model)),
        h(
          "div",
          { class: "say" },
          screen === "due" &&
            h("p", { "data-key": "next", part: "eyebrow", class: "eyebrow" }, words.say("next")),
          h(`h${level}`, { part: "title", class: "title", tabindex: "-1" }, titleOf(screen, model)),
          reason && h("p", { "data-key": "reason", part: "reason", class: "quiet" }, reason),
        ),
      ),
      now(screen, model),
      act(screen, model),
      model.guidance && model.failed && stale(model),
      rest(screen, model),
    ),
    h("p", { "data-key": "news", role: "status", class: "hidden" }, model.news),
  ];
}

/** @param {string} screen @param {Model} model */
export function titleOf(screen, { guidance, words }) {
  if (screen === "loading") return words.say("loading");
  if (screen !== "due" || !guidance) return words.say(`${screen}.title`);
  return words.say(`${guidance.nextAction}.title`, { n: Math.max(dueOf(guidance).now.length, 1) });
}

/** @param {string} screen @param {Model} model */
function reasonOf(screen, { guidance, words }) {
  if (screen === "loading") return null;
  const { nextAction, phase } = guidance ?? {};
  if (screen === "due" && nextAction === "RERUN_KYC" && phase !== "expired")
    return words.say("RERUN_KYC.failed");
  if (screen === "due") return words.say(`${nextAction}.reason`);
  if (screen === "support" && phase === "expired") return words.say("support.expired");
  if (screen === "waiting" && guidance?.pendingVerification.length === 0) return words.say("waiting.idle");
  return words.say(`${screen}.reason`);
}

/** @param {string} screen @param {Model} model */
function iconOf(screen, { guidance }) {
  if (screen !== "due") return screen;
  return guidance?.nextAction === "UPLOAD_DOCUMENT" ? "document" : "person";
}

/** What the next action takes care of, where that is more than its title says. @param {string} screen @param {Model} model */
function now(screen, model) {
  const { guidance, words } = model;
  if (!guidance) return null;
  if (screen === "unknown") return list("now", guidance.currentlyDue, "due", model);
  if (screen !== "due") return null;
  const { now: due } = dueOf(guidance);
  if (guidance.nextAction === "UPLOAD_DOCUMENT") {
    const first = due.find(({ check }) => model.uploads.get(check)?.stage !== "sent");
    return h(
      "ul",
      { "data-key": "now", part: "list", class: "steps" },
      due.map((item, index) => picker(item, { index, isFirst: item === first, ...model })),
    );
  }
  return guidance.nextAction === "UPDATE_PROFILE" && list("now", due, "due", { ...model, words });
}

/** The one thing to press. @param {string} screen @param {Model} model */
function act(screen, { guidance, words, links }) {
  switch (screen) {
    case "error":
      return button("RETRY", words.say("error.button"), links);
    case "denied":
    case "support":
    case "unknown":
      return button("CONTACT_SUPPORT", words.say("support.button"), links);
    case "due": {
      const action = String(guidance?.nextAction);
      const hasPickers = action === "UPLOAD_DOCUMENT" && guidance && dueOf(guidance).now.length > 0;
      return !hasPickers && button(action, words.say(`${action}.button`), links);
    }
    default:
      return null;
  }
}

/** @param {Model} model */
function stale({ words }) {
  return h(
    "p",
    { "data-key": "stale", part: "note", class: "note" },
    `${words.say("error.stale")} `,
    h(
      "button",
      { type: "button", class: "link", part: "button-secondary", "data-do": "RETRY" },
      words.say("error.button"),
    ),
  );
}

/** What comes later, and what is being checked. @param {string} screen @param {Model} model */
function rest(screen, model) {
  const { guidance, words, again } = model;
  if (!guidance || (screen !== "due" && screen !== "waiting")) return [];
  const later = dueOf(guidance).later;
  const pending = guidance.pendingVerification;
  return [
    later.length > 0 && part("later", later, "due", model),
    pending.length > 0 && part("pending", pending, "pending", model),
    again !== null && h("p", { "data-key": "again", part: "note", class: "again" }, soon(again, words)),
  ];
}

/** @param {string} key @param {readonly { check: string }[]} items @param {string} kind @param {Model} model */
function part(key, items, kind, model) {
  const title = h(
    `h${model.level + 1}`,
    { part: "heading", class: "heading" },
    model.words.say(`${key}.title`, { n: items.length }),
  );
  return h("div", { "data-key": key, class: "rest" }, title, list(key, items, kind, model));
}

/** @param {number} seconds @param {Model["words"]} words */
function soon(seconds, words) {
  if (seconds < 90) return words.say("again.seconds", { n: Math.ceil(seconds) });
  if (seconds < 5400) return words.say("again.minutes", { n: Math.round(seconds / 60) });
  return words.say("again.hours", { n: Math.round(seconds / 3600) });
}
