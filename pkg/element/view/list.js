import { h } from "../tree.js";

/**
 * Checks with their reasons.
 * @param {string} key @param {readonly { check: string }[]} items
 * @param {string} kind whose reasons: `due` or `pending`
 * @param {Pick<import("../view.js").Model, "words">} model
 */
export function list(key, items, kind, { words }) {
  if (items.length === 0) return null;
  return h(
    "ul",
    { "data-key": key, part: "list", class: `list ${kind}` },
    items.map(({ check }) =>
      h(
        "li",
        { "data-key": check, part: "item", class: "item" },
        h("strong", { part: "item-title" }, words.of("check", check)),
        h("span", { part: "item-reason", class: "quiet" }, words.of(kind, check)),
      ),
    ),
  );
}
