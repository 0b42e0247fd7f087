// Asks again when it is time, and not while nobody looks.

/** A step is often taken in another tab: who comes back after this long is shown what is so now. */
const AWAY_MS = 5_000;

/**
 * @typedef {(signal: AbortSignal) => Promise<number | null>} Ask
 * gives milliseconds until the next time; null: once somebody comes back; Infinity: never
 */

export class Watch {
  #ask;
  /** When to ask again. @type {number | null} */
  #due = null;
  #askedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #running = new AbortController();

  /** @param {Ask} ask */
  constructor(ask) {
    this.#ask = ask;
    document.addEventListener("visibilitychange", this.#look);
  }

  /** Asks now; an answer that is still on its way is dropped. */
  async now() {
    this.#cancel();
    const { signal } = this.#running;
    const wait = await this.#ask(signal);
    if (signal.aborted) return;
    this.#askedAt = Date.now();
    this.#due = wait === null ? null : this.#askedAt + wait;
    this.#arm();
  }

  stop() {
    this.#cancel();
    document.removeEventListener("visibilitychange", this.#look);
  }

  #cancel() {
    this.#running.abort();
    this.#running = new AbortController();
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }

  #look = () => {
    if (this.#due === null && Date.now() - this.#askedAt >= AWAY_MS) this.#due = Date.now();
    this.#arm();
  };

  #arm() {
    clearTimeout(this.#timer);
    if (document.hidden || this.#due === null || this.#due === Infinity) return;
    this.#timer = setTimeout(() => this.now(), Math.max(this.#due - Date.now(), 0));
  }
}
