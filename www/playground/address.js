// What is on show, in the part of the address that browsers do not send: `#view?name=value&…`. Views say what belongs
// there; a secret, a signature or the body of a delivery never does.

/** @typedef {Record<string, string>} Values */

/** @param {string} hash @returns {{ view: string, values: Values }} */
export function read(hash) {
  const [view, query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  return { view, values: Object.fromEntries(new URLSearchParams(query)) };
}

/** @param {string} view @param {Values} values */
export function written(view, values) {
  const query = new URLSearchParams(values).toString();
  return `#${view}${query === "" ? "" : `?${query}`}`;
}

/** Shows it in the address bar, in place of what is there. @param {string} hash */
export function replace(hash) {
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

/** What an address has to say: whatever is not as it would be anyway. @param {Values} values @param {Values} usual */
export function unusual(values, usual = {}) {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== (usual[name] ?? "")));
}
