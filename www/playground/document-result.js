// What a document would do: what it satisfies, what is wrong with it, what else would do, and what is owed at all.

import { make } from "../dom.js";
import { facts, sentence, verdict } from "./verdict.js";

/**
 * @param {object} given
 * @param {import("../../pkg/guidance.js").Validation} given.validation
 * @param {import("../../pkg/guidance.js").Requirement[] | null} given.owed null where nobody says
 * @param {{ name: string, size: number, contentType: string } | null} given.file
 * @param {(type: string) => void} given.take chooses another type
 */
export function documentResult({ validation, owed, file, take }) {
  const { ok, type, satisfies, problems, alternatives } = validation;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const name = file === null ? type : file.name;
  const doubt = ok && warnings > 0;
  const what = satisfies === null || !ok ? [] : [`As ${type} it satisfies ${satisfies}.`];
  const looked = file === null ? ["No file is chosen yet, so only the type was looked at."] : [];
  return [
    verdict({
      tone: doubt ? "odd" : ok ? "good" : "refused",
      title: `${name} would ${ok ? "do" : "not do"}${doubt ? ", with a doubt" : ""}`,
      message: [...what, ...looked].join(" "),
      more: [
        problems.length === 0 ? null : make("ul", { class: "problems" }, ...problems.map(problem)),
        alternatives.length === 0 ? null : instead(alternatives, take),
      ],
    }),
    file === null
      ? null
      : panel(
          "The file",
          facts([
            ["Name", file.name],
            ["Size", bytes(file.size)],
            ["Says it is", file.contentType === "" ? "nothing" : file.contentType],
          ]),
        ),
    owed === null ? null : panel("What this customer owes", owedList(owed, ok ? satisfies : null)),
  ].filter((part) => part !== null);
}

/** @param {import("../../pkg/guidance.js").Validation["problems"][number]} problem */
function problem({ code, severity, message }) {
  return make(
    "li",
    { class: severity },
    make("p", {}, sentence(message)),
    make(
      "p",
      { class: "tags" },
      make("span", { class: "tag" }, severity),
      make("code", { class: "code-tag" }, code),
    ),
  );
}

/** @param {readonly string[]} alternatives @param {(type: string) => void} take */
function instead(alternatives, take) {
  const buttons = alternatives.map((type) => {
    const button = make("button", { type: "button" }, type);
    button.addEventListener("click", () => take(type));
    return button;
  });
  return make("div", { class: "instead" }, make("p", {}, "In its place:"), ...buttons);
}

/** @param {import("../../pkg/guidance.js").Requirement[]} owed @param {string | null} satisfied */
function owedList(owed, satisfied) {
  return make(
    "ul",
    { class: "owed" },
    ...owed.map(({ check, documents, condition }) =>
      make(
        "li",
        {},
        make(
          "p",
          {},
          make("code", {}, documents.anyOf.join(" or ")),
          check === satisfied ? make("span", { class: "tag proved" }, "this one") : null,
        ),
        make("p", { class: "hint" }, `${check}${condition === null ? "" : `, ${CONDITION[condition]}`}`),
      ),
    ),
  );
}

const CONDITION = {
  "external-kyc": "if your own provider verifies identities",
  "no-ip-address": "if no IP address is on file",
};

/** @param {number} size */
function bytes(size) {
  if (size < 1024) return size === 1 ? "1 byte" : `${size} bytes`;
  return size < 1024 * 1024 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** @param {string} title @param {Element} content */
function panel(title, content) {
  return make("section", { class: "panel" }, make("h3", {}, title), content);
}
