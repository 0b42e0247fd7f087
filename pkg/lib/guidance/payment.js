import { ask, core } from "./core.js";
import { BODY, json, LIMITS, OPTIONS, options, RECORDS } from "./input.js";

export function reviewState(payment, given) {
  return ask(core.reviewState, json(payment, BODY), options(given) ?? "{}");
}

export function documentationTransition(given) {
  return ask(core.documentationTransition, json(given, OPTIONS));
}

export function customerState(customer) {
  return ask(core.customerState, json(customer, BODY));
}

export function checkLimits(payment, limits) {
  return ask(core.checkLimits, json(payment, BODY), json(limits, LIMITS));
}

export function auditRecords(payments, customers, given) {
  return ask(core.auditRecords, json(payments, RECORDS), json(customers, RECORDS), options(given) ?? "{}");
}
