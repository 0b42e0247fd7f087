// Elements, made without markup: what the provider sent can never become part of the page's own.

/** The element with this id, of whatever kind it is. @param {string} id @returns {any} */
export function at(id) {
  return document.getElementById(id);
}

/**
 * An element with attributes and children; text children are text.
 * @param {string} tag @param {Record<string, unknown>} [attributes] @param {(Node | string | null)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets text only where it differs, so that a live region speaks once. @param {Element} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
