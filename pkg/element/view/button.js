import { h } from "../tree.js";

/** @typedef {import("../../element.js").Links | null} Links */

/** The button of the one next action; a link where the page says where it is taken. @param {string} action @param {string} text @param {Links} links */
export function button(action, text, links) {
  const href = address(links, action);
  const shared = { part: "button primary", "data-do": action };
  return href ? h("a", { ...shared, href }, text) : h("button", shared, text);
}

/** @param {Links} links @param {string} action */
function address(links, action) {
  const href = links && Object.hasOwn(links, action) && links[action];
  // No scheme but these: what comes from a page's data must not become a script.
  return typeof href === "string" && /^(https?:|mailto:|tel:|[/?#])/i.test(href) ? href : null;
}
