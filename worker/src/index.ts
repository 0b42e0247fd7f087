/**
 * The gate: which request goes where.
 *
 * ```
 * POST /webhooks/conomy      receive.ts     a delivery: 200 only once it is on disk
 * GET  /api/deliveries       deliveries.ts  what was received, for a bearer token
 * GET  /api/backlog          backlog.ts     what is still to be listed, likewise
 * GET  /healthz              health.ts
 * POST /sandbox/deliveries   sandbox.ts     exists only under the binding that `npm start` sets
 * ```
 *
 * Everything else that exists is a file of `www/`, served before this code runs.
 */
import { backlog } from "./backlog.ts";
import { letGo } from "./body.ts";
import { consume } from "./consume.ts";
import { listDeliveries, showDelivery } from "./deliveries.ts";
import type { Env } from "./env.ts";
import { health } from "./health.ts";
import type { Pointer } from "./ledger.ts";
import { log } from "./log.ts";
import { methodNotAllowed, problem } from "./problem.ts";
import { receive } from "./receive.ts";
import { sandbox } from "./sandbox.ts";
import { authorized } from "./token.ts";

export { Ledger } from "./ledger.ts";

export default {
  async fetch(request, env) {
    const traceId = crypto.randomUUID();
    let response: Response;
    try {
      response = await route(request, env, traceId);
    } catch (error) {
      log("error", { code: "internal", traceId, unforeseen: error });
      response = problem(
        "internal",
        "The gate failed in a way it did not foresee; its log has the trace id.",
        traceId,
      );
    }
    await letGo(request);
    return secured(response, traceId);
  },

  async queue(batch, env) {
    await consume(batch, env);
  },
} satisfies ExportedHandler<Env, Pointer>;

async function route(request: Request, env: Env, traceId: string): Promise<Response> {
  const url = new URL(request.url);
  // An address that was registered with a slash behind it would lose every event.
  const path = url.pathname.replace(/\/$/, "");

  if (path === "/webhooks/conomy") {
    return request.method === "POST" ? receive(request, env, traceId) : methodNotAllowed("POST", traceId);
  }
  if (path === "/healthz") {
    return isRead(request) ? health(env) : methodNotAllowed("GET, HEAD", traceId);
  }
  if (path === "/api/backlog" || path === "/api/deliveries" || path.startsWith("/api/deliveries/")) {
    if (!isRead(request)) return methodNotAllowed("GET, HEAD", traceId);
    const refusal = await authorized(request, env, traceId);
    if (refusal) return refusal;
    if (path === "/api/backlog") return backlog(env);
    return path === "/api/deliveries"
      ? listDeliveries(url.searchParams, env, traceId)
      : showDelivery(path.slice("/api/deliveries/".length), env, traceId);
  }
  if (path === "/sandbox/deliveries" && env.GATE_SANDBOX === "local") {
    return request.method === "POST" ? sandbox(request, env, traceId) : methodNotAllowed("POST", traceId);
  }
  return problem("not_found", `There is nothing at ${url.pathname}.`, traceId);
}

function isRead(request: Request): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

/** What every answer of the API carries. The page's own headers are in `www/_headers`. */
function secured(response: Response, traceId: string): Response {
  const headers = new Headers(response.headers);
  headers.set("X-Trace-Id", traceId);
  headers.set("Cache-Control", "no-store");
  headers.set(
    "Content-Security-Policy",
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  return new Response(response.body, { status: response.status, headers });
}
