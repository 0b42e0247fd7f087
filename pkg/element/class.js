// `<compliance-next-action>`. What it shows is view.js; here are its properties, its events and when it asks.

import { load, retryIn } from "./load.js";
import { patch } from "./patch.js";
import { isGuidance } from "./screen.js";
import { css } from "./style.js";
import { knownOf, Uploads } from "./uploads.js";
import { messages } from "./view/picker.js";
import { screenFor, titleOf, view } from "./view.js";
import { Watch } from "./watch.js";
import { wordsFor } from "./words.js";

/** @typedef {import("../guidance.js").Guidance} Guidance */

/** Set as properties, or as attributes that hold JSON. */
const DATA = ["status", "guidance", "context", "policy", "links", "texts"];
/** While a file that was sent does not show in the status. */
const SENT_MS = 15_000;
const LONGEST_MS = 3_600_000;

/** Servers import what browsers do, and have no DOM. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class ComplianceNextActionElement extends Base {
  static tagName = "compliance-next-action";
  static observedAttributes = [...DATA, "src", "credentials", "lang", "heading-level"];
  static loadGuidance = () => import("../guidance-inline.js");

  /** @type {Map<string, any>} */
  #set = new Map();
  /** @type {Guidance | null} */
  #guidance = null;
  #failed = false;
  #news = "";
  /** @type {number | null} */
  #again = null;
  /** The last answer of `src`, how often it came in a row, and how often none came. */
  #answer = { text: "", repeats: 0, failures: 0 };
  /** @type {Watch | null} */
  #watch = null;
  /** Counts what was given to interpret: only the last counts. */
  #turn = 0;
  #isQueued = false;
  #uploads = new Uploads((upload) => {
    this.#tell(
      messages(upload, { words: this.#words, policy: this.policy })
        .map(({ text }) => text)
        .join(" "),
    );
  });

  get #words() {
    return wordsFor(languageOf(this), this.texts);
  }

  get screen() {
    return screenFor({ guidance: this.#guidance, failed: this.#failed });
  }

  /** @returns {import("../guidance.js").JsonText | null} */
  get status() {
    return this.#given("status");
  }
  set status(value) {
    this.#give("status", value);
  }

  /** @returns {Guidance | null} */
  get guidance() {
    return this.#given("guidance");
  }
  set guidance(value) {
    this.#give("guidance", value);
  }

  /** @returns {import("../guidance.js").StatusContext | null} */
  get context() {
    return this.#given("context");
  }
  set context(value) {
    this.#give("context", value);
  }

  /** @returns {import("../element.js").Policy | null} */
  get policy() {
    return this.#given("policy");
  }
  set policy(value) {
    this.#give("policy", value);
  }

  /** @returns {import("../element.js").Links | null} */
  get links() {
    return this.#given("links");
  }
  set links(value) {
    this.#give("links", value);
  }

  /** @returns {import("../element.js").Texts | null} */
  get texts() {
    return this.#given("texts");
  }
  set texts(value) {
    this.#give("texts", value);
  }

  get src() {
    return this.getAttribute("src");
  }
  set src(value) {
    reflect(this, "src", value);
  }

  get credentials() {
    return /** @type {RequestCredentials} */ (this.getAttribute("credentials") ?? "same-origin");
  }
  set credentials(value) {
    reflect(this, "credentials", value);
  }

  get headingLevel() {
    return Math.min(Math.max(Math.trunc(Number(this.getAttribute("heading-level") ?? 2)) || 2, 1), 5);
  }
  set headingLevel(value) {
    reflect(this, "heading-level", value);
  }

  connectedCallback() {
    for (const name of [...DATA, "src", "credentials", "headingLevel"]) upgrade(this, name);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    for (const type of ["click", "change", "dragover", "drop"]) root.addEventListener(type, this);
    this.#take(this.#set.has("status") || this.hasAttribute("status") ? "status" : "guidance");
    this.#render();
    this.#start();
    for (const input of root.querySelectorAll("input"))
      if (input.files?.length || input.checked) this.#change(input);
  }

  disconnectedCallback() {
    this.#watch?.stop();
    this.#watch = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || !this.shadowRoot) return;
    if (name === "src" || name === "credentials") this.#start();
    else this.#changed(name);
  }

  async refresh() {
    await this.#watch?.now();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "click") this.#press(target.closest("[data-do]"), event);
    else if (event.type === "change") this.#change(/** @type {HTMLInputElement} */ (target));
    else this.#drop(/** @type {DragEvent} */ (event));
  }

  /** @param {string} name */
  #given(name) {
    if (this.#set.has(name)) return this.#set.get(name);
    const text = this.getAttribute(name);
    if (text === null || name === "status") return text;
    try {
      return JSON.parse(text);
    } catch (error) {
      reportError(new SyntaxError(`expected JSON in the attribute ${name}`, { cause: error }));
      return null;
    }
  }

  /** @param {string} name @param {unknown} value */
  #give(name, value) {
    this.#set.set(name, value ?? null);
    if (name === "status" || name === "guidance") this.#set.delete(name === "status" ? "guidance" : "status");
    if (this.shadowRoot) this.#changed(name);
  }

  /** @param {string} name */
  #changed(name) {
    if (name === "status" || name === "guidance") this.#take(name);
    else if (name === "context" && this.#given("status")) this.#take("status");
    this.#queue();
  }

  /** @param {string} name */
  async #take(name) {
    const turn = ++this.#turn;
    const given = this.#given(name);
    if (given === null) return this.src ? undefined : this.#show(null);
    try {
      const guidance = name === "guidance" ? given : await this.#interpret(given, {});
      if (turn === this.#turn) this.#show(guidance);
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  /** @param {any} status @param {object} more */
  async #interpret(status, more) {
    const { interpretStatus } = await ComplianceNextActionElement.loadGuidance();
    return interpretStatus(status, { ...this.context, ...more });
  }

  #start() {
    this.#watch?.stop();
    this.#watch = null;
    this.#again = null;
    if (!this.src) return;
    this.#watch = new Watch((signal) => this.#ask(signal));
    this.#watch.now();
  }

  /** @param {AbortSignal} signal */
  async #ask(signal) {
    try {
      const text = await load(String(this.src), this.credentials, signal);
      const repeats = text === this.#answer.text ? this.#answer.repeats + 1 : 0;
      const guidance = await this.#read(text, repeats);
      if (signal.aborted) return null;
      this.#answer = { text, repeats, failures: 0 };
      this.#show(guidance);
      return this.#wait(guidance, repeats);
    } catch (error) {
      if (signal.aborted) return null;
      const failures = ++this.#answer.failures;
      this.#again = null;
      this.#fail();
      return retryIn(error, failures);
    }
  }

  /** @param {string} text @param {number} repeats @returns {Promise<Guidance>} */
  async #read(text, repeats) {
    const answer = parsed(text);
    return isGuidance(answer) ? answer : this.#interpret(text, { polls: repeats });
  }

  /** @param {Guidance} guidance @param {number} repeats */
  #wait(guidance, repeats) {
    const own = isGuidance(parsed(this.#answer.text)) ? 2 ** Math.min(repeats, 12) : 1;
    const wait = guidance.poll
      ? guidance.poll.afterSeconds * 1_000 * own
      : this.#uploads.hasSent
        ? SENT_MS * 2 ** Math.min(repeats, 12)
        : null;
    this.#again = guidance.poll && wait !== null ? Math.min(wait, LONGEST_MS) / 1_000 : null;
    this.#queue();
    if (guidance.isTerminal) return Infinity;
    return wait === null ? null : Math.min(wait, LONGEST_MS);
  }

  /** @param {Guidance | null} guidance */
  #show(guidance) {
    const previous = this.#guidance;
    const hasChanged = JSON.stringify(previous) !== JSON.stringify(guidance);
    this.#failed = false;
    this.#guidance = guidance;
    this.#queue();
    if (!hasChanged) return;
    this.#uploads.keep(guidance?.currentlyDue ?? []);
    if (!guidance) return;
    this.#tell(titleOf(this.screen, this.#model()));
    this.#emit("statuschange", { guidance, previous, screen: this.screen });
  }

  #fail() {
    this.#failed = true;
    this.#tell(this.#words.say(this.#guidance ? "error.stale" : "error.title"));
  }

  /** @param {string} news */
  #tell(news) {
    this.#news = news;
    this.#queue();
  }

  /** @param {Element | null} pressed @param {Event} event */
  #press(pressed, event) {
    const what = pressed?.getAttribute("data-do");
    if (!pressed || !what) return;
    const check = pressed.closest("[data-check]")?.getAttribute("data-check") ?? "";
    if (what === "send") return this.#send(check);
    if (what === "instead") return this.#choose(check, { type: pressed.getAttribute("value") });
    const guidance = this.#guidance;
    const isNext = guidance?.nextAction === what;
    const due = isNext ? guidance.currentlyDue.filter(({ action }) => action === what) : [];
    const detail = { action: what, call: isNext ? guidance.call : null, due, guidance };
    if (!this.#emit("action", detail, true)) event.preventDefault();
    else if (what === "RETRY") this.refresh();
  }

  /** @param {HTMLInputElement} input */
  #change(input) {
    const check = input.closest("[data-check]")?.getAttribute("data-check");
    if (!check) return;
    if (input.type === "radio") return this.#choose(check, { type: input.value });
    const file = input.files?.[0];
    // Emptied, so that choosing the same file again is a change again.
    if (file) this.#choose(check, { file });
    input.value = "";
  }

  /** @param {DragEvent} event */
  #drop(event) {
    const check = /** @type {Element} */ (event.target).closest("[data-check]")?.getAttribute("data-check");
    if (!check || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (event.type === "drop" && file) this.#choose(check, { file });
  }

  /** @param {string} check @param {Partial<import("./view/picker.js").Upload>} choice */
  #choose(check, choice) {
    const due = this.#guidance?.currentlyDue.find((item) => item.check === check);
    const choices = due?.documents?.anyOf ?? [];
    const { type, stage } = this.#uploads.get(check);
    if (stage === "sending") return;
    const known = knownOf(check, this.#guidance, this.context, this.policy);
    const validate = async (/** @type {any} */ candidate) =>
      (await ComplianceNextActionElement.loadGuidance()).validateDocument(candidate);
    this.#uploads.choose(
      check,
      { type: type ?? (choices.length === 1 ? choices[0] : null), ...choice },
      validate,
      known,
    );
  }

  /** @param {string} check */
  async #send(check) {
    const { file, type, validation, stage } = this.#uploads.get(check);
    if (!file || stage === "sending") return;
    const call = this.#guidance?.currentlyDue.find((due) => due.check === check)?.call ?? null;
    /** @type {PromiseLike<unknown>[]} */
    const sent = [];
    const waitUntil = (/** @type {PromiseLike<unknown>} */ promise) => sent.push(promise);
    const detail = { file, documentType: type, check, call, validation };
    if (!this.#emit("upload", detail, true, { waitUntil })) return;
    const sending = this.#uploads.set(check, { stage: "sending" });
    const isSent = await Promise.all(sent).then(
      () => true,
      () => false,
    );
    if (this.#uploads.byCheck.get(check) !== sending) return;
    this.#uploads.set(check, { stage: isSent ? "sent" : "failed" });
    if (isSent) this.refresh();
  }

  /** @param {string} type @param {object} detail @param {boolean} [cancelable] @param {object} [more] */
  #emit(type, detail, cancelable = false, more = {}) {
    const event = new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true });
    return this.dispatchEvent(Object.assign(event, more));
  }

  #queue() {
    if (this.#isQueued || !this.shadowRoot) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      this.#render();
    });
  }

  #model() {
    return {
      guidance: this.#guidance,
      failed: this.#failed,
      words: this.#words,
      links: this.links,
      policy: this.policy,
      level: this.headingLevel,
      again: this.#again,
      uploads: this.#uploads.byCheck,
      news: this.#news,
    };
  }

  #render() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const hadFocus = root.activeElement !== null;
    patch(root, view(this.#model()));
    // What had the focus is gone: go on from the top, which says what is next.
    if (hadFocus && root.activeElement === null) root.querySelector(/** @type {"p"} */ (".title"))?.focus();
  }
}

/** A property that was set before the element was defined hides the class's own. @param {any} element @param {string} name */
function upgrade(element, name) {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}

/** @param {Element} element @param {string} name @param {unknown} value */
function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/** The language that holds where the element stands. @param {Element} element */
function languageOf(element) {
  for (let at = element; at; ) {
    const lang = at.closest("[lang]");
    if (lang) return lang.getAttribute("lang");
    const root = at.getRootNode();
    if (!(root instanceof ShadowRoot)) return null;
    at = root.host;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One style for every element of a page. @type {CSSStyleSheet | undefined} */
let shared;
function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}
