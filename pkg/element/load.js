// The answer of `src`, and how long to wait after one that failed.

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/** A server's refusal. Its text is not the customer's to read. */
class Refused extends Error {
  /** @param {Response} response */
  constructor({ status, headers }) {
    super(`expected a status or guidance, found HTTP ${status}`);
    this.isFinal = (status < 500 && status !== 408 && status !== 429) || status === 501;
    this.retryAfterMs = Number(headers.get("retry-after")) * 1_000 || 0;
  }
}

/** @param {string} src @param {RequestCredentials} credentials @param {AbortSignal} signal */
export async function load(src, credentials, signal) {
  const headers = { accept: "application/json" };
  const response = await fetch(src, { credentials, signal, headers, cache: "no-store" });
  if (!response.ok) throw new Refused(response);
  return response.text();
}

/**
 * Milliseconds until it is tried again; null where trying again by itself would not help.
 * @param {unknown} error @param {number} failures in a row, this one included
 */
export function retryIn(error, failures) {
  // Fetch throws a TypeError where nobody answered; what else is thrown is an answer that cannot be read.
  if (!(error instanceof Refused)) return error instanceof TypeError ? backOff(failures) : null;
  return error.isFinal ? null : Math.max(error.retryAfterMs, backOff(failures));
}

/** @param {number} failures */
function backOff(failures) {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}
