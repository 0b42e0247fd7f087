import { h } from "../tree.js";

/**
 * The button of an action; a link where the page says where the action is taken.
 * @param {string} action @param {string} text @param {import("../../element.js").Links | null} links
 */
export function button(action, text, links) {
  const href = address(links, action);
  const shared = { "data-key": "act", part: "button", class: "button primary", "data-do": action };
  return href ? h("a", { ...shared, href }, text) : h("button", { ...shared, type: "button" }, text);
}

/** @param {import("../../element.js").Links | null} links @param {string} action */
function address(links, action) {
  const href = links && Object.hasOwn(links, action) ? links[action] : null;
  if (typeof href !== "string") return null;
  try {
    // The base is any: it is there so that relative addresses parse.
    return SCHEMES.has(new URL(href, "https://example.com").protocol) ? href : null;
  } catch {
    return null;
  }
}

const SCHEMES = new Set(["https:", "http:", "mailto:", "tel:"]);
