import { isThere } from "./tree.js";

/** @typedef {import("./tree.js").Tree} Tree @typedef {import("./tree.js").Child} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes the children of `parent` those of the tree, and keeps what is there already: focus, a chosen file and a screen
 * reader's place survive, and markup from a server is taken over as it stands.
 * @param {ParentNode & Node} parent
 * @param {Child[]} children
 */
export function patch(parent, children) {
  let node = parent.firstChild;
  for (const child of children) {
    let fitting = node;
    while (fitting && !fits(fitting, child)) fitting = fitting.nextSibling;
    // What stands before the node that fits is not wanted any more.
    while (fitting && node !== fitting) node = removed(node);
    const made = fitting ?? make(child);
    if (!fitting) parent.insertBefore(made, node);
    update(made, child);
    node = made.nextSibling;
  }
  while (node) node = removed(node);
}

/** What tells an element from its siblings is a key of its own, else its part. @param {ChildNode} node @param {Child} child */
function fits(node, child) {
  if (typeof child === "string") return node.nodeType === 3;
  const { tag, attributes } = child;
  const isSame = (/** @type {string} */ name) =>
    /** @type {Element} */ (node).getAttribute(name) === (attributes[name] ?? null);
  return (
    node instanceof Element &&
    node.localName === tag &&
    isSame("data-key") &&
    (attributes["data-key"] || isSame("part"))
  );
}

/** @param {ChildNode | null} node */
function removed(node) {
  const next = node?.nextSibling ?? null;
  node?.remove();
  return next;
}

/** @param {Child} child @returns {ChildNode} */
function make(child) {
  if (typeof child === "string") return document.createTextNode(child);
  const { tag } = child;
  return tag === "svg" || tag === "path" ? document.createElementNS(SVG, tag) : document.createElement(tag);
}

/** @param {ChildNode} node @param {Child} child */
function update(node, child) {
  if (typeof child === "string") {
    // Also where nothing changes a live region would speak again.
    if (node.nodeValue !== child) node.nodeValue = child;
    return;
  }
  const element = /** @type {Element} */ (node);
  for (const name of element.getAttributeNames()) {
    if (!isThere(child.attributes[name])) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(child.attributes)) {
    const text = value === true ? "" : String(value);
    if (isThere(value) && element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
  // The attribute is only where a choice starts from.
  if (element instanceof HTMLInputElement && element.type === "radio") {
    element.checked = child.attributes.checked === true;
  }
  patch(element, child.children);
}
