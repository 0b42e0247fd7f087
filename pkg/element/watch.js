// Asks again when it is time, and not while nobody looks.

/** A step is often taken in another tab: who comes back after this long is shown what is so now. */
const AWAY_MS = 5_000;
/** The longest that a timer can be: one of more is over at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * @typedef {(signal: AbortSignal) => Promise<number | null>} Ask
 * gives milliseconds until the next time; null: once somebody comes back; Infinity: never
 */

export class Watch {
  #ask;
  /** When to ask again, and whether without anybody coming back. */
  #due = 0;
  #isTimed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {AbortController | undefined} */
  #running;

  /** @param {Ask} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  /** Asks now; an answer that is still on its way is dropped. */
  async now() {
    this.stop();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const wait = await this.#ask(signal);
    if (signal.aborted) return;
    this.#isTimed = wait !== null;
    this.#due = Date.now() + (wait ?? AWAY_MS);
    document.addEventListener("visibilitychange", this.#look);
    this.#look();
  }

  stop() {
    this.#running?.abort();
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#look);
  }

  #look = () => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const left = this.#due - Date.now();
    if (left <= 0) this.now();
    else if (this.#isTimed) this.#timer = setTimeout(this.#look, Math.min(left, LONGEST_TIMER_MS));
  };
}
