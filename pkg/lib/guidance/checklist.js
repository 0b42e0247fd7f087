import { ask, core } from "./core.js";
import { json, LIST } from "./input.js";

export function checklist() {
  return ask(core.checklist);
}

export function checklistProgress(done) {
  return ask(core.checklistProgress, json(done, LIST));
}
