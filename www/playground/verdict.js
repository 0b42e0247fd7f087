// The answer to a question, in a sentence, with what it rests on.

import { make } from "../dom.js";

/**
 * @param {object} parts
 * @param {"good" | "refused" | "odd"} parts.tone
 * @param {string} parts.title
 * @param {string | null} [parts.code]
 * @param {string} [parts.message]
 * @param {(Element | null)[]} [parts.more]
 */
export function verdict({ tone, title, code = null, message = "", more = [] }) {
  return make("section", { class: `verdict ${tone}` }, ...inside({ title, code, message, more }));
}

/**
 * What is inside, for an element that is there already, such as an alert.
 * @param {{ title: string, code?: string | null, message?: string, more?: (Element | null)[] }} parts
 */
export function inside({ title, code = null, message = "", more = [] }) {
  return [
    make(
      "div",
      { class: "label-row" },
      make("h3", {}, title),
      code === null ? null : make("code", { class: "code-tag" }, code),
    ),
    message === "" ? null : make("p", {}, sentence(message)),
    ...more,
  ].filter((part) => part !== null);
}

/** The package's messages are made to follow other words. A name stays as it is. @param {string} message */
export function sentence(message) {
  const first = /^[a-z]+\b(?![A-Z_.])/.test(message) ? message[0].toUpperCase() : message[0];
  return `${first}${message.slice(1)}${/[.?!]$/.test(message) ? "" : "."}`;
}

/** Terms and what is to be said of each. @param {([string, string, string?] | null)[]} rows term, text, explanation */
export function facts(rows) {
  return make(
    "dl",
    {},
    ...rows
      .filter((row) => row !== null)
      .flatMap(([term, text, explanation]) => [
        make("dt", {}, term),
        make(
          "dd",
          {},
          make("bdi", { class: "mono" }, text),
          explanation === undefined ? null : make("span", { class: "quiet" }, ` · ${explanation}`),
        ),
      ]),
  );
}
