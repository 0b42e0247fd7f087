// JSON that folds. Values are text only: nothing in an answer can become markup.

import { make } from "../dom.js";
import { print } from "./print.js";

const PREVIEW = 64;

/**
 * Shows a value in an element, in place of what is there.
 * @param {Element} element @param {unknown} value @param {number} [levels] how many are unfolded, whatever is in them
 */
export function showTree(element, value, levels = 1) {
  const items = entriesOf(value).map(([name, item]) => make("li", {}, branch(name, item, levels)));
  element.replaceChildren(make("ul", {}, ...items));
}

/** @param {string} name a member's, or an element's position @param {unknown} value @param {number} levels @returns {Element} */
function branch(name, value, levels) {
  const entries = entriesOf(value);
  const preview = print(value, Infinity).replaceAll('"', "");
  const isList = Array.isArray(value) && entries.every(([, item]) => entriesOf(item).length === 0);
  if (entries.length === 0 || (isList && preview.length < PREVIEW)) {
    return make("div", { class: "leaf" }, label(name), leaf(value));
  }
  const items = entries.map(([key, item]) => make("li", {}, branch(key, item, levels - 1)));
  const number = Array.isArray(value) ? `${items.length} ${items.length === 1 ? "item" : "items"} ` : "";
  const short = preview.length > PREVIEW ? `${preview.slice(0, PREVIEW)}…` : preview;
  return make(
    "details",
    { open: levels > 0 || preview.length < PREVIEW },
    make(
      "summary",
      {},
      label(name),
      make("span", { class: "count" }, number),
      make("span", { class: "folded" }, short),
    ),
    make("ul", {}, ...items),
  );
}

/** @param {unknown} value @returns {[string, unknown][]} */
function entriesOf(value) {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** @param {string} name */
function label(name) {
  return make("span", { class: "name" }, `${name}: `);
}

/** @param {unknown} value */
function leaf(value) {
  const kind = value === null ? "null" : typeof (Array.isArray(value) ? value[0] : value);
  return make("span", { class: `value ${kind}` }, print(value));
}
