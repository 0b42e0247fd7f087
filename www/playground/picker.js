// A list to choose from, and two buttons that walk along it.

import { at, make } from "../dom.js";

/**
 * @param {string} name the select's id; the buttons are `name-earlier` and `name-later`
 * @param {readonly { label: string, choices: readonly { id: string, title: string }[] }[]} groups
 * @param {string} none what the choice of nothing is called
 * @param {(id: string) => void} chosen
 */
export function picker(name, groups, none, chosen) {
  const select = at(name);
  const ids = groups.flatMap(({ choices }) => choices.map(({ id }) => id));
  select.append(
    make("option", { value: "" }, none),
    ...groups.map(({ label, choices }) =>
      make("optgroup", { label }, ...choices.map(({ id, title }) => make("option", { value: id }, title))),
    ),
  );
  select.addEventListener("change", () => chosen(select.value));
  // From nothing, one button goes to the first and the other to the last.
  const step = (/** @type {number} */ by) => {
    const from = select.value === "" && by < 0 ? 0 : ids.indexOf(select.value);
    chosen(ids[(from + by + ids.length) % ids.length]);
  };
  at(`${name}-earlier`).addEventListener("click", () => step(-1));
  at(`${name}-later`).addEventListener("click", () => step(1));
  return {
    has: (/** @type {string} */ id) => ids.includes(id),
    show(/** @type {string} */ id) {
      select.value = id;
    },
  };
}
