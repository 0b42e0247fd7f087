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
  // Those of express.raw have a status too, and a type but where it cannot decompress the body.
  const { status, code } = error instanceof GateError ? error : { status: error.status, code: error.type };
  response.status(status ?? 503).json({ code: code ?? (status ? "body_unreadable" : "not_stored") });
});

app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
