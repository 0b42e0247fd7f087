// `<compliance-next-action>`. What it shows is view.js; here are its properties, its events and when it asks.

import { load, retryIn } from "./load.js";
import { patch } from "./patch.js";
import { isGuidance } from "./screen.js";
import { css } from "./style.js";
import { fetchTable } from "./texts.js";
import { Uploads } from "./uploads.js";
import { messages } from "./view/picker.js";
import { levelOf, look, titleOf, view } from "./view.js";
import { Watch } from "./watch.js";
import { languageOf, wordsFor } from "./words.js";

/**
 * @typedef {import("../guidance.js").Guidance} Guidance
 * @typedef {import("./view.js").Model} Model
 */

/** Set as properties, or as attributes that hold JSON. */
const DATA = ["status", "guidance", "context", "policy", "links", "texts"];
/** While a file that was sent does not show in the status, and while the provider's word is to wait beside what is due. */
const BEHIND_SECONDS = 15;
const LONGEST_SECONDS = 3600;

/** Servers import what browsers do, and have no DOM. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class ComplianceNextActionElement extends Base {
  static tagName = "compliance-next-action";
  static observedAttributes = [...DATA, "src", "credentials", "lang", "heading-level"];
  static loadGuidance = () => import("../kyc-inline.js");

  /** The properties that were set. @type {Map<string, any>} */
  #set = new Map();
  /** @type {Guidance | null} */
  #guidance = null;
  #failed = false;
  /** What a screen reader is told. @type {(model: Model) => string} */
  #news = () => "";
  /** @type {number | null} */
  #again = null;
  /** The last answer of `src`, how often it came in a row, and how often none came. */
  #answer = { text: "", repeats: 0, failures: 0 };
  #watch = new Watch((signal) => this.#ask(signal));
  /** Which of the two was given last: null there leaves the other one. */
  #latest = "guidance";
  /** Counts what was given to interpret: only the last counts. */
  #turn = 0;
  #isQueued = false;
  /** Whether it was ever connected: a server's shadow root is there before that. */
  #isBegun = false;
  #uploads = new Uploads(
    (candidate) => ask(({ validateDocument }) => validateDocument(candidate)),
    (upload) =>
      this.#tell((model) =>
        messages(upload, model)
          .map(({ text }) => text)
          .join(" "),
      ),
  );

  get screen() {
    return look(this.#model());
  }

  static {
    for (const name of DATA) {
      Object.defineProperty(ComplianceNextActionElement.prototype, name, {
        /** @this {ComplianceNextActionElement} */
        get() {
          return (name === "guidance" && this.#guidance) || this.#given(name);
        },
        /** @this {ComplianceNextActionElement} @param {unknown} value */
        set(value) {
          this.#set.set(name, value ?? null);
          this.#changed(name);
        },
      });
    }
  }

  get src() {
    return this.getAttribute("src");
  }
  set src(value) {
    if (value === null || value === undefined) this.removeAttribute("src");
    else this.setAttribute("src", value);
  }

  connectedCallback() {
    if (!this.#isBegun) this.#begin();
    this.#queue();
    this.refresh();
  }

  #begin() {
    for (const name of [...DATA, "src"]) {
      if (!Object.hasOwn(this, name)) continue;
      // A property that was set before the element was defined hides the class's own.
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    for (const type of ["click", "change", "dragover", "drop"]) root.addEventListener(type, this);
    // What a server wrote may have been used before its script came.
    const used = [...root.querySelectorAll("input")].filter((input) => input.checked || input.files?.length);
    this.#take();
    for (const input of used) this.#change(input);
    this.#isBegun = true;
    this.#render();
  }

  disconnectedCallback() {
    this.#watch.stop();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#isBegun) return;
    if (name !== "src" && name !== "credentials") return this.#changed(name);
    // It may be about another customer.
    this.#show(null);
    this.#answer = { text: "", repeats: 0, failures: 0 };
    this.#retry();
  }

  async refresh() {
    if (this.src && this.isConnected) await this.#watch.now();
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
    // Whether a status is JSON is for the interpreter to say.
    return text === null || name === "status" ? text : parsed(text);
  }

  /** @param {string} name */
  #changed(name) {
    const isGiven = name === "status" || name === "guidance";
    if (isGiven) this.#latest = name;
    if (!this.#isBegun) return;
    if (isGiven || (name === "context" && !this.src)) this.#take();
    this.#judge();
    this.#queue();
  }

  /** Shows what was given: guidance as it is, a status once it is interpreted. */
  async #take() {
    const turn = ++this.#turn;
    const name = [this.#latest, "guidance", "status"].find((name) => this.#given(name) !== null);
    if (!name) return this.src ? undefined : this.#show(null);
    try {
      const given = this.#given(name);
      const guidance = name === "guidance" ? given : await this.#interpret(given, {});
      if (turn !== this.#turn) return;
      if (isGuidance(guidance)) this.#show(guidance);
      else this.#fail();
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  /** @param {any} status @param {object} more @returns {Promise<Guidance>} */
  #interpret(status, more) {
    return ask(({ interpretStatus }) => interpretStatus(status, { ...this.#given("context"), ...more }));
  }

  #retry() {
    this.#watch.stop();
    this.#failed = false;
    this.#tell(titleOf);
    if (this.src) this.refresh();
    else this.#take();
  }

  /** @param {AbortSignal} signal @returns {Promise<number | null>} milliseconds until the next time */
  async #ask(signal) {
    try {
      const text = await load(String(this.src), this.getAttribute("credentials"), signal);
      const repeats = text === this.#answer.text ? this.#answer.repeats + 1 : 0;
      const answer = parsed(text);
      const isReady = isGuidance(answer);
      const guidance = isReady ? answer : await this.#interpret(text, { polls: repeats });
      if (signal.aborted) return null;
      this.#answer = { text, repeats, failures: 0 };
      this.#show(guidance);
      return guidance.isTerminal ? Infinity : this.#wait(guidance, isReady || !guidance.poll ? repeats : 0);
    } catch (error) {
      if (signal.aborted) return null;
      this.#fail();
      return retryIn(error, ++this.#answer.failures);
    }
  }

  /** Ready guidance cannot know how often it was asked for, nor can what says no wait. @param {Guidance} guidance @param {number} doublings */
  #wait({ poll }, doublings) {
    // A file was sent and the status does not show it yet, or there is nothing else to do.
    const uploads = [...this.#uploads.byCheck.values()];
    const isBehind = this.screen === "waiting" || uploads.some(({ stage }) => stage === "sent");
    const seconds = poll?.afterSeconds ?? (isBehind ? BEHIND_SECONDS : 0);
    if (!(seconds > 0)) return null;
    const wait = Math.min(seconds * 2 ** doublings, Math.max(seconds, LONGEST_SECONDS));
    this.#again = wait;
    return wait * 1_000;
  }

  /** @param {Guidance | null} guidance */
  #show(guidance) {
    const previous = this.#guidance;
    this.#again = null;
    this.#failed = false;
    this.#guidance = guidance;
    this.#turn += 1;
    this.#queue();
    if (JSON.stringify(previous) === JSON.stringify(guidance)) return;
    this.#judge();
    // What stands there when the page opens is read with the page.
    if (this.#isBegun) this.#tell(titleOf);
    if (guidance) this.#emit("statuschange", { guidance, previous, screen: this.screen });
  }

  #fail() {
    this.#again = null;
    this.#failed = true;
    this.#tell(({ guidance, words }) => words.say(guidance ? "error.stale" : "error.title"));
  }

  /** @param {(model: Model) => string} news */
  #tell(news) {
    this.#news = news;
    this.#queue();
  }

  /** @param {Element | null} pressed @param {Event} event */
  #press(pressed, event) {
    if (!pressed) return;
    const what = pressed.getAttribute("data-do");
    const check = checkOf(pressed);
    if (what === "send") return this.#send(check);
    if (what === "instead") return this.#choose(check, { type: pressed.getAttribute("value") });
    const guidance = this.#guidance;
    const due = guidance?.currentlyDue.filter(({ action }) => action === what) ?? [];
    const call = guidance?.nextAction === what ? guidance.call : null;
    const detail = { action: what, call, due, guidance };
    if (!this.#emit("action", detail)) event.preventDefault();
    else if (what === "RETRY") this.#retry();
  }

  /** @param {HTMLInputElement} input */
  #change(input) {
    const check = checkOf(input);
    if (input.type === "radio") return this.#choose(check, { type: input.value });
    const file = input.files?.[0];
    if (file) this.#choose(check, { file });
    // So that choosing the same file again is a change again.
    input.value = "";
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Beside a step too, or the browser would leave the page for the file.
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) this.#choose(checkOf(/** @type {Element} */ (event.target)), { file });
  }

  /** @param {string} check @param {Partial<import("./view/picker.js").Upload>} choice */
  #choose(check, choice) {
    this.#uploads.choose(check, choice);
    this.#judge();
  }

  #judge() {
    this.#uploads.judge(this.#guidance, this.#given("context"), this.#given("policy"));
  }

  /** @param {string} check */
  async #send(check) {
    const { file, type, validation, stage: before } = this.#uploads.get(check);
    if (before === "sending") return;
    /** @type {PromiseLike<unknown>[]} */
    const sent = [];
    const waitUntil = (/** @type {PromiseLike<unknown>} */ promise) => sent.push(promise);
    const due = this.#guidance?.currentlyDue.find((due) => due.check === check);
    const detail = { file, documentType: type, check, call: due?.call ?? null, validation };
    if (!this.#emit("upload", detail, { waitUntil })) return;
    // Nobody may be told that a file is on its way which nobody sends.
    if (sent.length === 0) return console.warn("no waitUntil");
    const sending = this.#uploads.set(check, { stage: "sending" });
    const stage = await Promise.all(sent).then(
      () => /** @type {const} */ ("sent"),
      () => /** @type {const} */ ("failed"),
    );
    if (this.#uploads.get(check) !== sending) return;
    this.#uploads.set(check, { stage });
    this.#judge();
    if (stage === "sent") this.refresh();
  }

  /** @param {string} type @param {object} detail @param {object} [more] */
  #emit(type, detail, more) {
    const event = new CustomEvent(type, { detail, cancelable: true, bubbles: true, composed: true });
    return this.dispatchEvent(Object.assign(event, more));
  }

  #queue() {
    if (this.#isQueued || !this.#isBegun) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      this.#render();
    });
  }

  /** @returns {Model} */
  #model() {
    return {
      guidance: this.#guidance,
      failed: this.#failed,
      words: wordsFor(languageAround(this), this.#given("texts")),
      links: this.#given("links"),
      policy: this.#given("policy"),
      level: levelOf(this.getAttribute("heading-level")),
      again: this.#again,
      uploads: this.#uploads.byCheck,
    };
  }

  #render() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const coming = fetchTable(languageOf(languageAround(this))[0]);
    // Until then what a server wrote stays, and nothing is shown in another language.
    if (coming) return coming.then(() => this.#queue());
    const hadFocus = root.activeElement !== null;
    const model = this.#model();
    patch(root, view(model, this.#news(model)));
    // What had the focus is gone: go on from the top, which says what is next.
    if (hadFocus && root.activeElement === null)
      root.querySelector(/** @type {"p"} */ ("[part=title]"))?.focus();
  }
}

/** Whether the page's developer was told why nothing can be asked of the guidance. */
let isTold = false;

/** Asks the guidance. @template T @param {(api: Awaited<ReturnType<typeof ComplianceNextActionElement.loadGuidance>>) => T} question */
async function ask(question) {
  try {
    return question(await ComplianceNextActionElement.loadGuidance());
  } catch (error) {
    if (!isTold) console.warn("Allow 'wasm-unsafe-eval', or set loadGuidance:", error);
    isTold = true;
    throw error;
  }
}

/** The check of the step that this is part of; empty outside of steps. @param {Element} element */
function checkOf(element) {
  return element.closest("[part=step]")?.getAttribute("data-key") ?? "";
}

/** The language that holds where the element stands. @param {Element} element @returns {string | null} */
function languageAround(element) {
  const around = element.closest("[lang]");
  if (around) return around.getAttribute("lang");
  const { host } = /** @type {ShadowRoot} */ (element.getRootNode());
  return host && languageAround(host);
}

/** The JSON of a text; undefined for what is none. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {}
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
