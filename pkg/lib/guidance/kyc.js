import { array } from "../raw.js";
import { ask, QUESTION } from "./kyc-core.js";
import { EVENT, hasMembers, json, OPTIONS, options, STATUS, tried } from "./input.js";

export function interpretStatus(status, context) {
  return ask(QUESTION.interpretStatus, json(status, STATUS), options(tried(() => known(context), OPTIONS)));
}

export function interpretKycEvent(body, given) {
  return ask(QUESTION.interpretKycEvent, json(body, EVENT), options(given));
}

/** A context whose last event is no bytes, which JSON cannot hold. */
function known(context) {
  const bytes = hasMembers(context) ? array(context.lastEvent) : undefined;
  return bytes === undefined ? context : { ...context, lastEvent: decoder.decode(bytes) };
}

/** What is not UTF-8 is no event, and a mark in front of it no part of JSON. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
