// The API token: from `#token=…`, which `npm start` prints, or typed. It lives in this tab's session storage only.

const NAME = "compliance-gate.token";

/** Whether a text can be a token at all: anything else cannot be sent in a header. */
export function isToken(text) {
  return /^[\x21-\x7e]+$/.test(text);
}

/** Takes a token out of the address bar, where it would be copied, bookmarked and kept in the history. */
export function takeFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given === null) return false;
  history.replaceState(null, "", location.pathname + location.search);
  keep(given);
  return true;
}

export function keep(token) {
  sessionStorage.setItem(NAME, token.trim());
}

export function forget() {
  sessionStorage.removeItem(NAME);
}

export function current() {
  const kept = sessionStorage.getItem(NAME);
  return kept !== null && isToken(kept) ? kept : null;
}

/** Whether what is kept is no token, as where more was copied than the link. */
export function isDamaged() {
  return current() === null && Boolean(sessionStorage.getItem(NAME));
}
