import { h } from "../tree.js";
import { accepted, types } from "./accept.js";
import { icon } from "./icon.js";

/**
 * A file on its way for a check.
 * @typedef {object} Upload
 * @property {string | null} type the document it is said to be
 * @property {File | null} file
 * @property {"empty" | "untyped" | "checking" | "refused" | "ready" | "unchecked" | "sending" | "sent" | "failed"} stage
 * @property {import("../../guidance.js").Validation | null} validation
 */

/** @type {Upload} */
export const NOTHING = { type: null, file: null, stage: "empty", validation: null };

/**
 * A document that is due: what it is and why, which one it is to be, the file, and what was found in it.
 * @param {import("../../guidance.js").Due} due
 * @param {import("../view.js").Model & { index: number, isFirst: boolean }} model
 */
export function picker({ check, documents }, model) {
  const { index, words, level, uploads } = model;
  const upload = uploads.get(check) ?? NOTHING;
  const choice = documents?.anyOf ?? [];
  return h(
    "li",
    { "data-key": check, part: "item", class: "step", "data-check": check, "data-stage": upload.stage },
    h(
      `h${level + 1}`,
      { part: "item-title", class: "heading", id: `title-${index}` },
      words.of("check", check),
    ),
    h("p", { part: "item-reason", class: "quiet" }, words.of("due", check)),
    upload.stage !== "sent" && choice.length > 1 && which(choice, upload, model),
    upload.file && chosen(upload, model),
    upload.stage !== "sent" && actions(check, upload, model),
  );
}

/** @param {readonly string[]} choice @param {Upload} upload @param {{ index: number, words: import("../words.js").Words }} model */
function which(choice, { type, stage }, { index, words }) {
  return h(
    "fieldset",
    { "data-key": "which", class: "which", disabled: stage === "sending" },
    h("legend", {}, words.say("upload.which")),
    choice.map((name) =>
      h(
        "label",
        { part: "option", class: "option" },
        h("input", { type: "radio", name: `which-${index}`, value: name, checked: name === type }),
        h(
          "span",
          {},
          h("strong", {}, words.of("document", name)),
          words.has(`hint.${name}`) && h("span", { class: "quiet" }, words.say(`hint.${name}`)),
        ),
      ),
    ),
  );
}

/** The file, and what is known of it. @param {Upload} upload @param {import("../view.js").Model & { index: number }} model */
function chosen(upload, model) {
  const { file, stage } = upload;
  const { words, index } = model;
  return h(
    "div",
    { "data-key": "chosen", part: "file", class: "file" },
    icon(stage === "ready" || stage === "sent" ? "approved" : BAD.has(stage) ? "error" : "file", "mark"),
    h(
      "div",
      {},
      h(
        "p",
        { class: "name" },
        h("bdi", {}, file?.name ?? ""),
        h("span", { class: "quiet" }, words.size(file?.size ?? 0)),
      ),
      h(
        "div",
        { id: `found-${index}`, part: "problems" },
        messages(upload, model).map(({ text, kind, code }) =>
          h("p", { "data-key": code, class: kind }, text),
        ),
      ),
    ),
  );
}

const BAD = new Set(["refused", "unchecked", "failed"]);
/** Which are not the customer's to know: they say what the page left out. */
const OURS = new Set(["strategy_unknown", "ip_address_unknown"]);

/**
 * What is said of a file: also to a screen reader.
 * @param {Upload} upload @param {Pick<import("../view.js").Model, "words" | "policy">} model
 */
export function messages({ stage, file, validation }, { words, policy }) {
  const found = (stage === "refused" || stage === "ready" ? (validation?.problems ?? []) : [])
    .filter(({ code, severity }) => !OURS.has(code) && (stage === "ready" || severity === "error"))
    .map(({ code, severity }) => ({
      code,
      kind: severity,
      text: words.of("problem", code, {
        size: words.size(file?.size ?? 0),
        limit: words.size(policy?.maxBytes ?? 0),
        types: types(policy, words),
      }),
    }));
  const key = SAID[stage];
  return key
    ? [...found, { code: stage, kind: BAD.has(stage) ? "error" : "fine", text: words.say(key) }]
    : found;
}

const SAID = {
  untyped: "upload.which",
  checking: "upload.checking",
  unchecked: "upload.unchecked",
  ready: "upload.good",
  sending: "upload.sending",
  sent: "upload.sent",
  failed: "upload.failed",
};

/** @param {string} check @param {Upload} upload @param {import("../view.js").Model & { index: number, isFirst: boolean }} model */
function actions(check, { file, stage, validation }, { index, isFirst, words, policy }) {
  const canSend = stage === "ready" || stage === "failed" || stage === "sending";
  const instead = stage === "refused" || stage === "ready" ? (validation?.alternatives ?? []) : [];
  const look = isFirst && !canSend ? "button primary" : "button";
  return h(
    "div",
    { "data-key": "actions", class: "actions" },
    canSend &&
      h(
        "button",
        {
          "data-key": "send",
          type: "button",
          part: "button",
          class: isFirst ? "button primary" : "button",
          "data-do": "send",
          "aria-disabled": stage === "sending" && "true",
          "aria-describedby": `title-${index}`,
        },
        words.say(stage === "sending" ? "upload.sending" : "upload.send"),
      ),
    stage !== "sending" &&
      instead.map((name) =>
        h(
          "button",
          {
            "data-key": name,
            type: "button",
            part: "button-secondary",
            class: "button",
            "data-do": "instead",
            value: name,
          },
          words.say("problem.instead", { document: words.of("document", name) }),
        ),
      ),
    stage !== "sending" &&
      h(
        "label",
        { "data-key": "choose", part: look.includes("primary") ? "button" : "button-secondary", class: look },
        h("input", {
          type: "file",
          class: "hidden",
          accept: accepted(policy, check),
          "aria-describedby": `title-${index} accepts-${index} ${file ? `found-${index}` : ""}`.trim(),
        }),
        h("span", {}, words.say(file ? "upload.replace" : "upload.choose")),
      ),
    stage === "empty" &&
      h(
        "p",
        { "data-key": "accepts", class: "quiet small" },
        h("span", { class: "drop" }, `${words.say("upload.drop")} `),
        h(
          "span",
          { id: `accepts-${index}` },
          policy?.maxBytes
            ? words.say("upload.limit", {
                types: types(policy, words, check),
                size: words.size(policy.maxBytes),
              })
            : words.say("upload.accepts", { types: types(policy, words, check) }),
        ),
      ),
  );
}
