/**
 * Refusals, as RFC 9457 problem details. `code` is stable and is what a program should read.
 *
 * `type` is `about:blank`: the problem has no page of its own, and `title` is the status's phrase.
 */
import type { GateError } from "compliance-gate";

/** The gate's own codes; the package's are answered by {@link refused}. */
export type ProblemCode =
  | "bad_parameter"
  | "unauthorized"
  | "cross_origin"
  | "not_found"
  | "method_not_allowed"
  | "internal"
  | "not_configured"
  | "not_stored";

const STATUS: Readonly<Record<ProblemCode, number>> = {
  bad_parameter: 400,
  unauthorized: 401,
  cross_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  internal: 500,
  not_configured: 503,
  not_stored: 503,
};

const TITLE: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Seconds after which asking again makes sense: the provider's own first retry. */
const RETRY_AFTER_SECONDS = 30;

export function problem(
  code: ProblemCode,
  detail: string,
  traceId: string,
  headers?: Record<string, string>,
): Response {
  const status = STATUS[code];
  return answer(
    status,
    code,
    detail,
    traceId,
    status === 503 ? { "Retry-After": String(RETRY_AFTER_SECONDS), ...headers } : headers,
  );
}

/** Answers a delivery that the package refused; `note` ends the sentence. */
export function refused(error: GateError, traceId: string, note: string): Response {
  return answer(error.status, error.code, error.message + note, traceId);
}

export function methodNotAllowed(allow: string, traceId: string): Response {
  return problem("method_not_allowed", `Only ${allow} is answered here.`, traceId, { Allow: allow });
}

function answer(
  status: number,
  code: string,
  detail: string,
  traceId: string,
  headers?: Record<string, string>,
): Response {
  const body = { type: "about:blank", title: TITLE[status] ?? "Error", status, detail, code, traceId };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json" },
  });
}
