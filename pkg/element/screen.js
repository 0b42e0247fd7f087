// What guidance is to a customer: pure, so that it can be read and tested without a DOM.

/** @typedef {import("../guidance.js").Guidance} Guidance @typedef {import("../guidance.js").Due} Due */

/** Actions that a customer takes, or that you take on the customer's click. */
const STEPS = ["START_KYC", "COMPLETE_SDK_FLOW", "RERUN_KYC"];
/** Those of which only what is due says what there is to do. */
const STEPS_WITH_DUE = ["UPLOAD_DOCUMENT", "UPDATE_PROFILE"];

/**
 * The screen that guidance is shown on. What cannot be shown for certain is `unknown`, and never a guess.
 * @param {Guidance} guidance
 * @returns {import("../element.js").Screen}
 */
export function screenOf(guidance) {
  const { phase, nextAction, actor, currentlyDue: due } = guidance;
  if (phase === "denied") return "denied";
  if (actor === "support") {
    const isFailure = nextAction === "CONTACT_SUPPORT" && (phase === "error" || phase === "expired");
    return isFailure ? "support" : "unknown";
  }
  // Where something is due and nobody is said to act, it would never end by itself.
  if (nextAction === null) return phase === "approved" ? "approved" : due[0] ? "unknown" : "waiting";
  if (nextAction === "WAIT") return "waiting";
  const isNamed = STEPS_WITH_DUE.includes(nextAction) && dueOf(guidance).now[0];
  return isNamed || STEPS.includes(nextAction) ? "due" : "unknown";
}

/**
 * What is due, in two parts: what the next action takes care of, and what comes after it.
 * @param {Guidance | null} guidance
 * @returns {{ now: Due[], later: Due[] }}
 */
export function dueOf(guidance) {
  const { nextAction, currentlyDue = [] } = guidance ?? {};
  return {
    now: currentlyDue.filter(({ action }) => action === nextAction),
    later: currentlyDue.filter(({ action }) => action !== nextAction),
  };
}

/**
 * Whether this is guidance that can be shown.
 * @param {any} given
 * @returns {given is Guidance}
 */
export function isGuidance(given) {
  return (
    typeof given?.phase === "string" &&
    typeof given.actor === "string" &&
    [given.currentlyDue, given.pendingVerification].every((list) => Array.isArray(list) && list.every(isItem))
  );
}

/** @param {any} item */
function isItem(item) {
  return typeof item?.check === "string" && Array.isArray(item.documents?.anyOf ?? []);
}
