// Hono, here on Node; the handler is the same on every runtime that Hono has.
import { serve } from "@hono/node-server";
import { createVerifier, GateError } from "compliance-gate";
import { Hono } from "hono";
import { store } from "./store.js";

const verifier = createVerifier({ keys: process.env.CONOMY_WEBHOOK_SECRET });
const app = new Hono();

app.post("/webhooks/conomy", async (context) => {
  const delivery = await verifier.verifyRequest(context.req.raw);
  await store(delivery);
  return context.body(null, 204);
});

app.onError((error, context) =>
  error instanceof GateError
    ? context.json({ code: error.code }, error.status)
    : context.json({ code: "not_stored" }, 503),
);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: "127.0.0.1" });
