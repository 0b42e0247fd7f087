import { ask, QUESTION } from "./operations-core.js";
import { json, LIST } from "./input.js";

export function checklist() {
  return ask(QUESTION.checklist);
}

export function checklistProgress(done) {
  return ask(QUESTION.checklistProgress, json(done, LIST));
}
