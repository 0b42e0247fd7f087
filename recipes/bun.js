// Bun.serve.
import { createVerifier, GateError } from "compliance-gate";
import { store } from "./store.js";

const verifier = createVerifier({ keys: process.env.CONOMY_WEBHOOK_SECRET });

Bun.serve({
  port: Number(process.env.PORT ?? 3000),
  hostname: "127.0.0.1",
  async fetch(request) {
    try {
      const delivery = await verifier.verifyRequest(request);
      await store(delivery);
      return new Response(null, { status: 204 });
    } catch (error) {
      if (!(error instanceof GateError)) return Response.json({ code: "not_stored" }, { status: 503 });
      return Response.json({ code: error.code }, { status: error.status });
    }
  },
});
