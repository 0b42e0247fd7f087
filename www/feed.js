// Asks again and again: quickly while all is well, slower while it is not, not at all while nobody looks.

const INTERVAL_MS = 1_500;
const LONGEST_WAIT_MS = 30_000;

/**
 * `poll` is asked for news until it returns false. `tell` hears how it goes:
 * "live", "paused", or "trouble" with the error and the seconds until the next try.
 */
export function feed(poll, tell) {
  let timer;
  let failures = 0;
  let running = false;
  let busy = false;

  async function turn() {
    clearTimeout(timer);
    if (!running || busy) return;
    if (document.hidden) return tell("paused");
    busy = true;
    let wait = INTERVAL_MS;
    try {
      if ((await poll()) === false) running = false;
      failures = 0;
      if (running) tell("live");
    } catch (error) {
      failures += 1;
      wait = Math.min(INTERVAL_MS * 2 ** failures, LONGEST_WAIT_MS);
      tell("trouble", error, Math.round(wait / 1000));
    }
    busy = false;
    if (running) timer = setTimeout(turn, wait);
  }

  document.addEventListener("visibilitychange", turn);
  addEventListener("online", turn);
  return {
    start() {
      running = true;
      return turn();
    },
    /** Now, because something is known to have happened. */
    hurry: turn,
  };
}
