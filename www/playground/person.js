// What is known of a customer: four questions that two views ask.

import { at } from "../dom.js";

/** @typedef {import("./address.js").Values} Values */

const NAMES = ["strategy", "nationality", "usPerson", "hasIpAddress"];

/** Puts the questions into the fieldset `view-person`. @param {string} view @param {() => void} changed */
export function person(view, changed) {
  const fields = at(`${view}-person`);
  const questions = at("person").content.cloneNode(true);
  for (const question of questions.querySelectorAll("[data-for]")) {
    question.querySelector("input, select").id = `${view}-${question.dataset.for}`;
  }
  fields.append(questions);
  fields.addEventListener("input", changed);
  const field = (/** @type {string} */ name) => at(`${view}-${name}`);
  return {
    fields,
    /** As an address holds it. @returns {Values} */
    values: () => Object.fromEntries(NAMES.map((name) => [name, field(name).value.trim()])),
    /** @param {Values} values */
    fill(values) {
      for (const name of NAMES) {
        field(name).value = values[name] ?? "";
        // What the list does not have selects nothing, which is to be "not said".
        if (field(name).selectedIndex === -1) field(name).value = "";
      }
    },
  };
}

/** As the package takes it. @param {Values} values @returns {import("../../pkg/guidance.js").Person} */
export function asked({ strategy, nationality, usPerson, hasIpAddress }) {
  return {
    strategy: strategy === "CF_KYC" || strategy === "EXTERNAL" ? strategy : undefined,
    nationality: nationality === "" ? undefined : nationality,
    usPerson: YES_NO.get(usPerson),
    hasIpAddress: YES_NO.get(hasIpAddress),
  };
}
const YES_NO = new Map([
  ["yes", true],
  ["no", false],
]);

/** As an address holds it. @param {boolean | null | undefined} given */
export function told(given) {
  if (given === true) return "yes";
  return given === false ? "no" : "";
}
