// Delivery: whether a body verifies, as what, or why not. Nothing of it is kept, and nothing of it is in the address.

import { at, say } from "../dom.js";
import { unusual } from "./address.js";
import { refusedDelivery, unusable, verifiedDelivery } from "./delivery-result.js";
import { loadFull } from "./package.js";
import { picker } from "./picker.js";
import { filled, SAMPLES } from "./samples.js";

/** @typedef {import("./address.js").Values} Values */

const SETTINGS = ["dialect", "forms", "scopes"];
const TEXTS = ["secret", "previous", "body", "header"];
/** As large as a verifier takes one unless it is told otherwise, and a byte more to show that it is too large. */
const LARGEST = 256 * 1024 + 1;
const TYPED =
  "Exactly as received. A text field turns CR LF into LF: a body with line breaks is better opened as a file.";

const recipes = new Map(SAMPLES.flatMap(({ choices }) => choices.map((recipe) => [recipe.id, recipe])));

let chosen = "";
/** Whether the link that led here names a sample of another version. */
let isUnknown = false;
/** What the address said last. @type {Values} */
let wanted = {};
/** A file's bytes, which a text field cannot hold as they are. @type {Uint8Array | null} */
let bytes = null;
/** @type {typeof import("../../pkg/index.js") | null} */
let library = null;
let changed = () => {};

const list = picker("sample", SAMPLES, "None: your own", (id) => {
  choose(id);
  edited();
});

/** @param {() => void} tell whenever an address would say something else */
export async function open(tell) {
  changed = tell;
  library = await loadFull();
  at("delivery-loading").hidden = true;
  // A sample can only be signed now.
  if (chosen !== "") fill(wanted);
  show();
}

/** @param {Values} values */
export function fill(values) {
  wanted = values;
  const { sample = "", ...settings } = values;
  isUnknown = sample !== "" && !recipes.has(sample);
  choose(isUnknown ? "" : sample);
  for (const name of SETTINGS) {
    if (settings[name] === undefined) continue;
    at(name).value = settings[name];
    if (at(name).selectedIndex === -1) at(name).value = "";
  }
  show();
}

export function values() {
  const usual = { dialect: sample()?.dialect ?? "" };
  return { ...(chosen === "" ? {} : { sample: chosen }), ...unusual(settings(), usual) };
}

/** @returns {Promise<Values>} */
export async function linked() {
  return values();
}

export function note() {
  return chosen === ""
    ? "The link holds what the verifier accepts. Body, signature and secret are never in a link."
    : "The link holds the name of the sample. Body, signature and secret are never in a link.";
}

/** A secret has no business in a page that nobody looks at. */
function forget() {
  for (const name of TEXTS) at(name).value = "";
  bytes = null;
}

/** What the chosen sample fills in; null where none is chosen, or nothing can sign it yet. */
function sample() {
  const recipe = recipes.get(chosen);
  return recipe === undefined || library === null ? null : filled(recipe, library.sign);
}

/** @param {string} id */
function choose(id) {
  chosen = id;
  list.show(id);
  say(at("sample-hint"), recipes.get(id)?.hint ?? "");
  const filling = sample();
  if (filling === null) return;
  for (const name of [...TEXTS, "dialect"]) at(name).value = filling[name];
  for (const name of ["forms", "scopes"]) at(name).value = "";
  if (filling.previous !== "" || filling.dialect !== "") at("delivery-more").open = true;
  typed();
}

function typed() {
  bytes = null;
  say(at("body-hint"), TYPED);
}

function edited() {
  isUnknown = false;
  show();
  changed();
}

/** @returns {Values} */
function settings() {
  return Object.fromEntries(SETTINGS.map((name) => [name, at(name).value]));
}

function show() {
  if (library === null) return;
  const missing = ["body", "secret"].filter((name) => at(name).value === "" && !(name === "body" && bytes));
  at("delivery-empty").hidden = missing.length === 0;
  at("delivery-result").hidden = missing.length > 0;
  if (missing.length > 0) {
    const both = "Paste a body and the secret of its webhook, or look at one of the samples.";
    const unknown = isUnknown ? "This link names no sample of this page. " : "";
    say(
      at("delivery-missing"),
      unknown + (missing.length === 2 ? both : `The ${missing[0]} is still missing.`),
    );
    say(at("delivery-news"), "");
    return;
  }
  at("delivery-result").replaceChildren(...judged(library));
  say(at("delivery-news"), at("delivery-result").querySelector("h3").textContent);
}

/** @param {typeof import("../../pkg/index.js")} library */
function judged(library) {
  const body = bytes ?? at("body").value;
  const header = at("header").value.trim();
  const headers = header === "" ? {} : { "X-Webhook-Signature": header };
  let verifier;
  try {
    verifier = library.createVerifier(options());
  } catch (error) {
    return unusable(error);
  }
  try {
    return verifiedDelivery(verifier.verify(body, headers));
  } catch (error) {
    return refusedDelivery(error, verifier.explain(body, headers));
  }
}

function options() {
  const [dialect, form, scope] = SETTINGS.map((name) => at(name).value);
  const keys = [{ id: "current", secret: at("secret").value }];
  if (at("previous").value !== "") keys.push({ id: "previous", secret: at("previous").value });
  return {
    keys,
    dialect: dialect === "" ? undefined : dialect,
    forms: form === "" ? undefined : [form],
    scopes: scope === "" ? undefined : [scope],
  };
}

async function openFile([file]) {
  if (file === undefined) return;
  const read = new Uint8Array(await file.slice(0, LARGEST).arrayBuffer());
  own();
  at("body").value = new TextDecoder().decode(read);
  bytes = read;
  say(
    at("body-hint"),
    `${file.name}, ${read.length} bytes, exactly as they are. Editing the text drops the file.`,
  );
  edited();
}

/** What is on show is no sample any more. */
function own() {
  chosen = "";
  list.show("");
  say(at("sample-hint"), "");
}

for (const name of TEXTS) {
  at(name).addEventListener("input", () => {
    own();
    if (name === "body") typed();
    edited();
  });
}
for (const name of ["secret", "previous"]) {
  // One line, but a text area: an input would drop the line break that may be what is wrong.
  at(name).addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
for (const name of SETTINGS) at(name).addEventListener("change", edited);
at("sample-fill").addEventListener("click", () => {
  choose("body");
  edited();
  at("sample").focus();
});
at("delivery-clear").addEventListener("click", () => {
  forget();
  own();
  typed();
  edited();
  at("secret").focus();
});
at("body-open").addEventListener("click", () => at("body-file").click());
at("body-file").addEventListener("change", (event) => {
  openFile(event.target.files);
  event.target.value = "";
});
at("body").addEventListener("drop", (event) => {
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  openFile(event.dataTransfer.files);
});
at("secret-show").addEventListener("click", () => {
  const isShown = at("secret").classList.toggle("shown");
  at("previous").classList.toggle("shown", isShown);
  at("secret-show").setAttribute("aria-pressed", String(isShown));
});
addEventListener("pagehide", forget);
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  choose(chosen);
  edited();
});
typed();
