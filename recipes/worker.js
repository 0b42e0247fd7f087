// A Cloudflare Worker, with a queue behind it: wrangler.json binds it as DELIVERIES.
import { createVerifier, GateError } from "compliance-gate";

let verifier;

export default {
  async fetch(request, env) {
    verifier ??= createVerifier({ keys: env.CONOMY_WEBHOOK_SECRET });
    try {
      const delivery = await verifier.verifyRequest(request);
      // A queue clones what it takes; toJSON gives the plain object for that.
      await env.DELIVERIES.send(delivery.toJSON());
      return new Response(null, { status: 204 });
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
      return Response.json({ code: error.code }, { status: error.status });
    }
  },
};
