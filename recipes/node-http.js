// Node, without a framework.
import { createServer } from "node:http";
import { createVerifier, GateError } from "compliance-gate";
import { store } from "./store.js";

const verifier = createVerifier({ keys: process.env.CONOMY_WEBHOOK_SECRET });

const server = createServer(async (request, response) => {
  try {
    const delivery = verifier.verify(await bodyOf(request), request.headers);
    await store(delivery);
    response.writeHead(204).end();
  } catch (error) {
    const [status, code] = error instanceof GateError ? [error.status, error.code] : [503, "not_stored"];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ code }));
  }
});

/** What is too large is read away and not kept: a sender who is cut off never sees the answer. */
async function bodyOf(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= verifier.maxBodyBytes) chunks.push(chunk);
  }
  if (length > verifier.maxBodyBytes) throw new GateError("body_too_large", "expected a smaller body");
  return Buffer.concat(chunks);
}

server.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
