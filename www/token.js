// The API token: from `#token=…`, which `npm start` prints, or typed. It lives in this tab's session storage only.

const NAME = "compliance-gate.token";

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
  return sessionStorage.getItem(NAME);
}
