import { array } from "../raw.js";
import { ask, QUESTION } from "./operations-core.js";
import { hasMembers, json, OPTIONS, tried } from "./input.js";

export function adviseRetry(failure) {
  const asked = tried(() => question(failure), OPTIONS);
  return ask(QUESTION.adviseRetry, json(asked, FAILURE));
}

export function redeliverySchedule() {
  return ask(QUESTION.redeliverySchedule);
}

export function redelivery(times) {
  return ask(QUESTION.redelivery, json(times, OPTIONS));
}

export function tokenRefreshAt(token) {
  return ask(QUESTION.tokenRefreshAt, json(token, OPTIONS));
}

/** A failure with its headers and its body as JSON can hold them. */
function question(failure) {
  if (!hasMembers(failure)) return failure;
  const { status, headers, body, attempt, now, random } = failure;
  return { status, headers: pairs(headers), body: told(body), attempt, now, random };
}

/** Headers and a Map as pairs; an object and an array print as they are. What is no header says nothing. */
function pairs(headers) {
  return typeof headers === "object" && typeof headers?.[Symbol.iterator] === "function"
    ? [...headers]
    : headers;
}

/** A body of any size must not hide what the status says; a provider's own refusals are below a kilobyte. */
function told(body) {
  const bytes = array(body)?.subarray(0, LARGEST_BODY + 1);
  const text = bytes === undefined ? textOf(body) : new TextDecoder().decode(bytes);
  return text === undefined || text.length > LARGEST_BODY ? undefined : text;
}

/** A body that was read is measured as the text it was. */
function textOf(body) {
  return typeof body === "string" ? body : JSON.stringify(body);
}

const LARGEST_BODY = 64 * 1024;
const FAILURE = { ...OPTIONS, what: "a failure" };
