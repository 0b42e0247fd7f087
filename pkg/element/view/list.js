import { h } from "../tree.js";

/**
 * Checks with their reasons.
 * @param {readonly { check: string }[]} items
 * @param {string} kind whose reasons: `due` or `pending`
 * @param {Pick<import("../view.js").Model, "words">} model
 */
export function list(items, kind, { words }) {
  if (items.length === 0) return null;
  return h(
    "ul",
    { part: "list" },
    items.map(({ check }) =>
      h(
        "li",
        { part: "item", "data-key": check },
        h("strong", { part: "item-title" }, words.of("check", check)),
        h("span", { part: "reason" }, words.of(kind, check)),
      ),
    ),
  );
}
