// Names as the provider sent them: events, ids, statuses. They may be anything: empty, endless, written from right to left.

import { make } from "./dom.js";

/** A name that nobody could see is quoted. @param {string} name */
export function visible(name) {
  return /^[\p{C}\p{Z}]*$/u.test(name) ? JSON.stringify(name) : name;
}

/**
 * An element of its own, so that its direction of writing ends with it. It may break after its separators.
 * @param {string} name @param {Record<string, unknown>} [attributes]
 */
export function named(name, attributes = {}) {
  const parts = visible(name).split(/(?<=[._:/])/);
  return make(
    "bdi",
    attributes,
    ...parts.flatMap((part, index) => (index === 0 ? [part] : [make("wbr"), part])),
  );
}
