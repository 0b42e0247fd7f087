import { ask, core } from "./core.js";
import { EVENT, json, options, STATUS } from "./input.js";

export function interpretStatus(status, context) {
  return ask(core.interpretStatus, json(status, STATUS), options(context));
}

export function interpretKycEvent(body, given) {
  return ask(core.interpretKycEvent, json(body, EVENT), options(given));
}
