import { ask, QUESTION } from "./operations-core.js";
import { BODY, json, LIMITS, OPTIONS, options, RECORDS } from "./input.js";

export function reviewState(payment, given) {
  return ask(QUESTION.reviewState, json(payment, BODY), options(given) ?? "{}");
}

export function documentationTransition(given) {
  return ask(QUESTION.documentationTransition, json(given, OPTIONS));
}

export function customerState(customer) {
  return ask(QUESTION.customerState, json(customer, BODY));
}

export function checkLimits(payment, limits) {
  return ask(QUESTION.checkLimits, json(payment, BODY), json(limits, LIMITS));
}

export function auditRecords(payments, customers, given) {
  return ask(
    QUESTION.auditRecords,
    json(payments, RECORDS),
    json(customers, RECORDS),
    options(given) ?? "{}",
  );
}
