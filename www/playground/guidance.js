// What an answer means: the contradictions in it, the customer's view of it, and the data.

import { at, make, say } from "../dom.js";
import { showPreview } from "./preview.js";
import { showTree } from "./tree.js";
import { sentence } from "./verdict.js";

/** @typedef {import("../../pkg/guidance.js").Guidance} Guidance */

/** @type {Guidance | null} */
let shown = null;

/** @param {Guidance} guidance */
export function showGuidance(guidance) {
  shown = guidance;
  showContradictions(guidance.contradictions);
  showPreview(guidance);
  say(at("guidance-summary"), summary(guidance));
  showTree(at("guidance"), guidance);
  say(at("guidance-copy"), "Copy JSON");
}

/** @param {Guidance["contradictions"]} contradictions */
function showContradictions(contradictions) {
  const number = contradictions.length;
  const box = at("contradictions");
  box.hidden = number === 0;
  say(
    at("contradictions-title"),
    number === 1
      ? "The answer does not fit together"
      : `The answer does not fit together in ${number} places`,
  );
  box
    .querySelector("ul")
    .replaceChildren(
      ...contradictions.map(({ code, message }) =>
        make("li", {}, make("p", {}, sentence(message)), make("code", { class: "code-tag" }, code)),
      ),
    );
}

/** @param {Guidance} guidance */
function summary({ nextAction, nextActionSource, actor, phase, poll }) {
  const whose = nextActionSource === "derived" ? ", derived from the checks" : "";
  const next = nextAction === null ? "Nothing is next" : `Next is ${nextAction}${whose}`;
  const again = poll === null ? "" : ` Ask again in ${poll.afterSeconds} s.`;
  return `${next}; ${WHO[actor]}. Phase: ${phase}.${again}`;
}
const WHO = {
  customer: "the customer acts",
  integrator: "you act, as the integrator",
  provider: "the provider acts",
  support: "support acts",
  nobody: "nobody has to act",
};

at("guidance-copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(JSON.stringify(shown, null, 2));
    say(at("guidance-copy"), "Copied");
  } catch {
    say(at("guidance-copy"), "The browser does not allow it");
  }
});
