// What guidance is to a customer: pure, so that it can be read and tested without a DOM.

/** @typedef {import("../guidance.js").Guidance} Guidance @typedef {import("../guidance.js").Due} Due */

/** Actions that a customer takes, or that you take on the customer's click. */
const STEPS = new Set(["START_KYC", "COMPLETE_SDK_FLOW", "UPLOAD_DOCUMENT", "UPDATE_PROFILE", "RERUN_KYC"]);

/**
 * The screen that guidance is shown on. What cannot be shown for certain is `unknown`, and never a guess.
 * @param {Guidance} guidance
 * @returns {import("../element.js").Screen}
 */
export function screenOf({ phase, nextAction, actor, currentlyDue: due }) {
  if (phase === "denied") return "denied";
  if (actor === "support") {
    const isFailure = nextAction === "CONTACT_SUPPORT" && (phase === "error" || phase === "expired");
    return isFailure ? "support" : "unknown";
  }
  // Where something is due and nobody is said to act, it would never end by itself.
  if (nextAction === null) return phase === "approved" ? "approved" : due[0] ? "unknown" : "waiting";
  if (nextAction === "WAIT") return "waiting";
  return STEPS.has(nextAction) ? "due" : "unknown";
}

/**
 * What is due, in two parts: what the next action takes care of, and what comes after it.
 * @param {Guidance} guidance
 * @returns {{ now: Due[], later: Due[] }}
 */
export function dueOf({ nextAction, currentlyDue }) {
  return {
    now: currentlyDue.filter(({ action }) => action === nextAction),
    later: currentlyDue.filter(({ action }) => action !== nextAction),
  };
}

/**
 * Whether this is guidance, rather than a status. Both are what `src` may answer.
 * @param {any} given
 * @returns {given is Guidance}
 */
export function isGuidance(given) {
  return (
    typeof given?.phase === "string" &&
    typeof given.actor === "string" &&
    Array.isArray(given.currentlyDue) &&
    Array.isArray(given.pendingVerification)
  );
}
