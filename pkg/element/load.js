// The answer of `src`, and how long to wait after one that failed.

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/** Throws the response where it is a refusal. @param {string} src @param {string | null} given @param {AbortSignal} signal */
export async function load(src, given, signal) {
  const credentials = /** @type {RequestCredentials} */ (given ?? "same-origin");
  const headers = { accept: "application/json" };
  const response = await fetch(src, { credentials, signal, headers, cache: "no-store" });
  if (!response.ok) throw response;
  return response.text();
}

/**
 * Milliseconds until it is tried again; null where trying again by itself would not help.
 * @param {unknown} error what was thrown @param {number} failures in a row, this one included
 */
export function retryIn(error, failures) {
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
  // Fetch throws a TypeError where nobody answered; what else is thrown is an answer that cannot be read.
  if (!(error instanceof Response)) return error instanceof TypeError ? wait : null;
  const { status, headers } = error;
  const mayPass = status === 408 || status === 429 || (status >= 500 && status !== 501);
  // Seconds, or a date.
  const after = String(headers.get("retry-after"));
  return mayPass ? Math.max(wait, Number(after) * 1_000 || Date.parse(after) - Date.now() || 0) : null;
}
