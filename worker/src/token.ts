/** The bearer token of `/api`. */
import type { Env } from "./env.ts";
import { problem } from "./problem.ts";

/** Null when the request may pass, else the answer that refuses it. */
export async function authorized(request: Request, env: Env, traceId: string): Promise<Response | null> {
  const expected = env.GATE_API_TOKEN;
  if (!expected) {
    return problem("not_configured", "No token is set for the API: GATE_API_TOKEN is empty.", traceId);
  }
  const given = /^Bearer +([^\s]+) *$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (given === undefined) {
    return problem("unauthorized", "Send the API token as `Authorization: Bearer …`.", traceId, {
      "WWW-Authenticate": 'Bearer realm="compliance-gate"',
    });
  }
  if (await sameText(given, expected)) return null;
  return problem("unauthorized", "This is not the API token of this gate.", traceId, {
    "WWW-Authenticate": 'Bearer realm="compliance-gate", error="invalid_token"',
  });
}

/** Compares digests, so that neither length nor content shows in the time taken. */
async function sameText(a: string, b: string): Promise<boolean> {
  const [x, y] = await Promise.all([digest(a), digest(b)]);
  return crypto.subtle.timingSafeEqual(x, y);
}

function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}
