// The gate's answers.

import { current } from "./token.js";

const LIMIT_MS = 10_000;

/** A refusal, as the gate's problem details put it; status 0 where no answer came. */
export class Refusal extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export function health() {
  return ask("/healthz", {}, true);
}

/** Latest listed first; `before` is the id of the last one seen. */
export function deliveries(before = null) {
  const query = before === null ? "" : `?before=${encodeURIComponent(before)}`;
  return ask(`/api/deliveries${query}`, { headers: authorization() });
}

export function delivery(id) {
  return ask(`/api/deliveries/${encodeURIComponent(id)}`, { headers: authorization() });
}

export function sendSample(options) {
  const headers = { "Content-Type": "application/json" };
  return ask("/sandbox/deliveries", { method: "POST", headers, body: JSON.stringify(options) });
}

function authorization() {
  return { Authorization: `Bearer ${current() ?? ""}` };
}

async function ask(path, init, anyStatus = false) {
  let response;
  let body;
  try {
    response = await fetch(path, { ...init, cache: "no-store", signal: AbortSignal.timeout(LIMIT_MS) });
    body = await response.json();
  } catch {
    throw new Refusal(0, "unreachable", "The gate cannot be reached.");
  }
  if (!response.ok && !anyStatus) throw new Refusal(response.status, body.code, body.detail);
  return body;
}
