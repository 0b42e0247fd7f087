// What is to be on show, as plain data: servers print it, browsers patch it into the DOM. No markup is ever parsed, so
// that no text becomes markup, and a page may require trusted types.

/**
 * @typedef {object} Tree
 * @property {string} tag
 * @property {Record<string, string | number | boolean | null | undefined>} attributes absent: null, undefined, false
 * @property {Child[]} children
 * @typedef {Tree | string} Child
 */

/**
 * @param {string} tag
 * @param {Tree["attributes"]} attributes
 * @param {...(Child | null | undefined | false | (Child | null | undefined | false)[])} children
 * @returns {Tree}
 */
export function h(tag, attributes, ...children) {
  return { tag, attributes, children: /** @type {Child[]} */ (children.flat().filter(Boolean)) };
}

/** @param {Child} child @returns {string} */
export function print(child) {
  if (typeof child === "string") return escaped(child);
  const { tag, attributes, children } = child;
  const start = `<${tag}${printAttributes(attributes)}>`;
  return tag === "input" || tag === "link" ? start : `${start}${children.map(print).join("")}</${tag}>`;
}

/** @param {Tree["attributes"]} attributes */
export function printAttributes(attributes) {
  return Object.entries(attributes)
    .filter(([, value]) => isThere(value))
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join("");
}

/** @param {unknown} value */
export function isThere(value) {
  return value !== null && value !== undefined && value !== false;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
