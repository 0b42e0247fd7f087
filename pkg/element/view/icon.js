import { h } from "../tree.js";

/** Drawn in lines on a square of 24; what has none of its own is a matter for a conversation. */
const PATHS = {
  loading: "M12 3a9 9 0 1 1-9 9",
  waiting: "M12 3a9 9 0 1 0 .01 0M12 7.5V12l3 2",
  approved: "M5 12.5l5 5L19 7.5",
  document: "M14 3H7v18h11V7zv4h4M10 12h5M10 16h5",
  due: "M12 4a4 4 0 1 0 .01 0M4.5 20.5c.8-3.6 4-5 7.5-5s6.7 1.4 7.5 5",
  error: "M12 4l9 15.5H3zM12 10v4.5M12 17v.01",
};

/** @param {string} name @param {string} [kind] of the message that it goes with, whose colour it has then */
export function icon(name, kind = "") {
  const d = PATHS[name] ?? "M4 5h16v11.5h-9L7 20v-3.5H4zM8.5 9.5h7M8.5 12.5h4.5";
  return h("svg", { part: `icon ${kind}`, viewBox: "0 0 24 24", "aria-hidden": "true" }, h("path", { d }));
}
