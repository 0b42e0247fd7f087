// Next.js, a route handler: app/webhooks/conomy/route.js.
import { createVerifier, GateError } from "compliance-gate";
import { store } from "./store.js";

let verifier;

export async function POST(request) {
  // Not while the site is built: the secret is there only when it runs.
  verifier ??= createVerifier({ keys: process.env.CONOMY_WEBHOOK_SECRET });
  try {
    const delivery = await verifier.verifyRequest(request);
    await store(delivery);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof GateError)) return Response.json({ code: "not_stored" }, { status: 503 });
    return Response.json({ code: error.code }, { status: error.status });
  }
}
