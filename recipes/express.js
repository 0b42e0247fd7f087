// Express: the raw body on this route, whatever parses the others.
import { createVerifier, GateError } from "compliance-gate";
import express from "express";
import { store } from "./store.js";

const verifier = createVerifier({ keys: process.env.CONOMY_WEBHOOK_SECRET });
const raw = express.raw({ type: () => true, limit: verifier.maxBodyBytes });
const app = express();

app.post("/webhooks/conomy", raw, async (request, response) => {
  const delivery = verifier.verify(request.body ?? "", request.headers);
  await store(delivery);
  response.status(204).end();
});

app.use((error, _request, response, _next) => {
  // Those of express.raw have a status too.
  const status = error.status ?? 503;
  const code = error instanceof GateError ? error.code : (error.type ?? "not_stored");
  response.status(status).json({ code });
});

app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
