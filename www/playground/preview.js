// The element as a customer would meet it, and what it tells the page it is on.

import { at, make, say } from "../dom.js";
import { loadElement } from "./package.js";
import { showTree } from "./tree.js";

const KEPT = 8;

/** @type {import("../../pkg/element.js").ComplianceNextActionElement | null} */
let element = null;
let heard = 0;

/** @param {() => void} changed whenever somebody chooses a language */
export async function readyPreview(changed) {
  await loadElement();
  place();
  at("preview-lang").addEventListener("change", () => {
    chooseLanguage(language());
    changed();
  });
}

function place() {
  element = document.createElement("compliance-next-action");
  element.setAttribute("heading-level", "4");
  element.lang = language();
  element.addEventListener("action", ({ detail }) => hear("action", detail));
  element.addEventListener("statuschange", ({ detail }) => hear("statuschange", detail));
  element.addEventListener("upload", (event) => {
    const { file, ...detail } = event.detail;
    hear("upload", { ...detail, file: { name: file.name, size: file.size, type: file.type } });
    // Where a page would send the file. Nothing is sent here.
    event.waitUntil(Promise.resolve());
  });
  at("preview").replaceChildren(element);
}

/** What comes next is about another customer: none of the files of the one before is theirs. */
export function renewPreview() {
  if (element !== null) place();
}

/** @param {import("../../pkg/guidance.js").Guidance} guidance */
export function showPreview(guidance) {
  if (element !== null) element.guidance = guidance;
}

/** @param {string} lang one that is not there changes nothing */
export function chooseLanguage(lang) {
  const select = at("preview-lang");
  const before = select.value;
  select.value = lang;
  if (select.selectedIndex === -1) select.value = before;
  if (element !== null) element.lang = select.value;
}

export function language() {
  return at("preview-lang").value;
}

/** @param {string} type @param {unknown} detail */
function hear(type, detail) {
  const tree = make("div", { class: "tree" });
  showTree(tree, detail, 0);
  const entry = make("div", { class: "heard" }, make("code", { class: "code-tag" }, type), tree);
  const log = at("heard-log");
  if (heard === 0) log.replaceChildren();
  log.prepend(entry);
  if (log.children.length > KEPT) log.lastElementChild?.remove();
  heard += 1;
  say(at("heard-count"), heard === 1 ? "1 event" : `${heard} events`);
}
