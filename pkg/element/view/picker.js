import { h } from "../tree.js";
import { accepted, types } from "./accept.js";
import { button } from "./button.js";
import { icon } from "./icon.js";

/**
 * A file on its way for a check.
 * @typedef {object} Upload
 * @property {string | null} type the document it is said to be
 * @property {File | null} file
 * @property {"empty" | "untyped" | "checking" | "refused" | "ready" | "unchecked" | "sending" | "sent" | "failed"} stage
 * @property {import("../../guidance.js").Validation | null} validation
 * @property {string} known what was known when it was looked at
 */

/** @typedef {import("../view.js").Model & { index: number, isFirst: boolean }} Model of one picker */

/** @type {Upload} */
export const NOTHING = { type: null, file: null, stage: "empty", validation: null, known: "" };

/** What a stage that is not going well says, and what kind of message that is. */
const SAID = {
  untyped: ["upload.which", "warning"],
  unchecked: ["error.reason", "error"],
  failed: ["upload.failed", "error"],
  refused: ["problem.other", "error"],
};
/** Problems that are not the customer's to know: they say what the page left out. */
const OURS = ["strategy_unknown", "ip_address_unknown"];

/**
 * A document that is due: what it is and why, which one it is to be, the file, and what was found in it.
 * @param {import("../../guidance.js").Due} due @param {Model} model
 */
export function picker({ check, documents }, model) {
  const { index, words, level, uploads } = model;
  const upload = uploads.get(check) ?? NOTHING;
  const choice = documents?.anyOf ?? [];
  return h(
    "li",
    { part: "step", "data-key": check, "data-stage": upload.stage },
    h(`h${level + 1}`, { part: "item-title", id: `title-${index}` }, words.of("check", check)),
    h("p", { part: "reason" }, words.of("due", check)),
    upload.stage !== "sent" && choice.length > 1 && which(choice, upload, model),
    upload.file && chosen(upload, model),
    choice.length > 0
      ? actions(check, upload, model)
      : button("CONTACT_SUPPORT", words.say("support.button"), model.links),
  );
}

/** @param {readonly string[]} choice @param {Upload} upload @param {Model} model */
function which(choice, { type, stage }, { index, words }) {
  return h(
    "fieldset",
    { disabled: stage === "sending" },
    h("legend", {}, words.say("upload.which")),
    choice.map((name) =>
      h(
        "label",
        { part: "option" },
        h("input", { type: "radio", name: `which-${index}`, value: name, checked: name === type }),
        h("span", {}, words.of("document", name), h("span", { part: "reason" }, words.say(`hint.${name}`))),
      ),
    ),
  );
}

/** The file, and what is known of it. @param {Upload} upload @param {Model} model */
function chosen(upload, model) {
  const { file, stage } = upload;
  const { words, index } = model;
  const said = messages(upload, model);
  const [{ kind }] = said;
  const mark = kind !== "fine" ? "error" : stage === "ready" || stage === "sent" ? "approved" : "document";
  return h(
    "div",
    { part: "file" },
    icon(mark, kind),
    h(
      "div",
      { id: `found-${index}` },
      h("p", { part: "file-name" }, h("bdi", {}, file?.name), ` · ${words.size(file?.size ?? 0)}`),
      said.map(({ key, kind, text }) => h("p", { part: `problem ${kind}`, "data-key": key }, text)),
    ),
  );
}

/**
 * What is said of a file: also to a screen reader.
 * @param {Upload} upload @param {Pick<Model, "words" | "policy">} model
 */
export function messages({ stage, file, validation }, { words, policy }) {
  const values = {
    size: words.size(file?.size ?? 0),
    limit: words.size(policy?.maxBytes ?? 0, Math.floor),
    types: types(policy, words),
  };
  const found = (validation?.problems ?? [])
    .filter(({ code, severity }) => !OURS.includes(code) && (stage === "ready" || severity === "error"))
    .map(({ code, severity }) => ({ key: code, kind: severity, text: words.of("problem", code, values) }));
  if (found.length > 0) return found;
  const [text, kind] = SAID[stage] ?? [`upload.${stage}`, "fine"];
  return [{ key: stage, kind, text: words.say(text) }];
}

/** @param {string} check @param {Upload} upload @param {Model} model */
function actions(check, { file, type, stage, validation }, { index, isFirst, words, policy }) {
  const isSending = stage === "sending";
  const canSend = stage === "ready" || stage === "failed" || isSending;
  // What could not be looked at is looked at again as what it is.
  const instead = stage === "unchecked" ? [String(type)] : (validation?.alternatives ?? []);
  const look = (/** @type {boolean} */ isNext) => (isFirst && isNext ? "button primary" : "button");
  const described = `title-${index} ${file ? "found" : "accepts"}-${index}`;
  return h(
    "div",
    { part: "actions" },
    canSend &&
      h(
        "button",
        {
          part: look(true),
          "data-key": "send",
          "data-do": "send",
          "aria-disabled": isSending && "true",
          "aria-describedby": described,
        },
        words.say(isSending ? "upload.sending" : "upload.send"),
      ),
    !isSending &&
      stage !== "sent" &&
      instead.map((name) =>
        h(
          "button",
          { part: "button", "data-key": name, "data-do": "instead", value: name },
          words.say(name === type ? "error.button" : "upload.instead", {
            document: words.of("document", name),
          }),
        ),
      ),
    !isSending &&
      h(
        "label",
        { part: look(!canSend && stage !== "sent"), "data-key": "choose" },
        h("input", { type: "file", accept: accepted(policy, check), "aria-describedby": described }),
        words.say(file ? "upload.replace" : "upload.choose"),
      ),
    !file && h("span", { part: "reason", id: `accepts-${index}` }, accepts(check, words, policy)),
  );
}

/** @param {string} check @param {Model["words"]} words @param {Model["policy"]} policy */
function accepts(check, words, policy) {
  const values = { types: types(policy, words, check), size: words.size(policy?.maxBytes ?? 0, Math.floor) };
  return policy?.maxBytes ? words.say("upload.limit", values) : values.types;
}
