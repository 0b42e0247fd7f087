import { ask, QUESTION } from "./kyc-core.js";
import { EVENT, json, options, STATUS } from "./input.js";

export function interpretStatus(status, context) {
  return ask(QUESTION.interpretStatus, json(status, STATUS), options(context));
}

export function interpretKycEvent(body, given) {
  return ask(QUESTION.interpretKycEvent, json(body, EVENT), options(given));
}
