// Document: whether a file would do, before anybody uploads it. It is read here, and goes nowhere.

import { at, make, say } from "../dom.js";
import { unusual } from "./address.js";
import { documentResult } from "./document-result.js";
import { loadGuidance } from "./package.js";
import { asked, person } from "./person.js";
import { sampleFile } from "./sample-files.js";

/** @typedef {import("./address.js").Values} Values */

/** As much as the package looks at. */
const READ = 4096;
const TYPES = {
  connect: ["SOURCE_OF_FUNDS", "W9", "W8BEN", "BIOMETRIC_REPORT", "PROOF_OF_ADDRESS"],
  conomy: ["kyc", "source_of_funds", "invoice", "contract", "other"],
};

/** @type {typeof import("../../pkg/kyc.js") | null} */
let guidance = null;
/** @type {{ name: string, size: number, contentType: string, bytes: Uint8Array } | null} */
let file = null;
let changed = () => {};

const customer = person("document", edited);

/** @param {() => void} tell whenever an address would say something else */
export async function open(tell) {
  changed = tell;
  guidance = await loadGuidance();
  at("document-loading").hidden = true;
  at("document-result").hidden = false;
  show();
}

/** @param {Values} values */
export function fill({ provider = "connect", type, ...rest }) {
  choose("provider", Object.hasOwn(TYPES, provider) ? provider : "connect");
  offerTypes();
  if (type !== undefined) choose("type", type);
  customer.fill(rest);
  show();
}

export function values() {
  const [usual] = TYPES[at("provider").value];
  return unusual(
    { provider: at("provider").value, type: at("type").value, ...customer.values() },
    { provider: "connect", type: usual },
  );
}

/** @returns {Promise<Values>} */
export async function linked() {
  return values();
}

export function note() {
  return "The link holds your answers about the customer and the document. The file is never part of it.";
}

/** A type that the list does not have joins it: it may be one the provider adds. @param {string} name @param {string} value */
function choose(name, value) {
  const select = at(name);
  if (![...select.options].some((option) => option.value === value))
    select.append(make("option", { value }, value));
  select.value = value;
}

function offerTypes() {
  const types = TYPES[at("provider").value];
  at("type").replaceChildren(...types.map((type) => make("option", { value: type }, type)));
  customer.fields.hidden = at("provider").value === "conomy";
}

function edited() {
  show();
  changed();
}

function show() {
  at("file-remove").hidden = file === null;
  say(at("file-name"), file === null ? "Choose a file" : "Choose another file");
  if (guidance === null) return;
  const provider = at("provider").value;
  const who = provider === "connect" ? asked(customer.values()) : {};
  const candidate = {
    provider,
    type: at("type").value,
    ...who,
    contentType: file?.contentType || undefined,
    bytes: file?.bytes,
    size: file?.size,
  };
  const validation = guidance.validateDocument(candidate);
  const owed = provider === "connect" ? guidance.requiredDocuments(who) : null;
  at("document-result").replaceChildren(...documentResult({ validation, owed, file, take }));
  say(at("document-news"), at("document-result").querySelector("h3").textContent);
}

/** Another type in place of the one that would not do. @param {string} type */
function take(type) {
  choose("type", type);
  edited();
  at("type").focus();
}

/** @param {File | undefined} given */
async function read(given) {
  if (given === undefined) return;
  const bytes = new Uint8Array(await given.slice(0, READ).arrayBuffer());
  file = { name: given.name, size: given.size, contentType: given.type, bytes };
  edited();
}

at("provider").addEventListener("change", () => {
  offerTypes();
  edited();
});
at("type").addEventListener("change", edited);
at("file").addEventListener("change", (event) => read(event.target.files[0]));
at("file-remove").addEventListener("click", () => {
  file = null;
  at("file").value = "";
  edited();
  at("file").focus();
});
for (const kind of ["pdf", "disguised"]) {
  at(`file-${kind}`).addEventListener("click", () => read(sampleFile(kind)));
}

const drop = at("drop");
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  read(event.dataTransfer.files[0]);
});
