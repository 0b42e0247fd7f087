import { h } from "../tree.js";

/** Drawn in lines on a square of 24. */
const PATHS = {
  loading: "M12 3a9 9 0 1 1-9 9",
  waiting: "M12 3a9 9 0 1 0 .01 0M12 7.5V12l3 2",
  approved: "M5 12.5 10 17.5 19 7.5",
  document: "M14 3H7v18h11V7l-4-4v4h4M10 12h5M10 16h5",
  person: "M12 4a4 4 0 1 0 .01 0M4.5 20.5c.8-3.600 4-5 7.500-5s6.700 1.400 7.500 5",
  support: "M4 5h16v11.500h-9L7 20v-3.500H4zM8.500 9.500h7M8.500 12.500h4.500",
  error: "M12 4 21 19.500H3zM12 10v4.500M12 17v.01",
  file: "M14 3H7v18h11V7l-4-4v4h4",
};

/** @param {string} name @param {string} [kind] */
export function icon(name, kind = "icon") {
  const path = Object.hasOwn(PATHS, name) ? PATHS[name] : PATHS.support;
  return h(
    "svg",
    { "data-key": `icon-${name}`, part: kind, class: kind, viewBox: "0 0 24 24", "aria-hidden": "true" },
    h("path", { d: path }),
  );
}
