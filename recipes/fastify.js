// Fastify: a scope of its own, in which bodies stay as they were received.
import { createVerifier, GateError } from "compliance-gate";
import Fastify from "fastify";
import { store } from "./store.js";

const verifier = createVerifier({ keys: process.env.CONOMY_WEBHOOK_SECRET });
const app = Fastify();

app.register(async (scope) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  scope.post("/webhooks/conomy", { bodyLimit: verifier.maxBodyBytes }, async (request, reply) => {
    const delivery = verifier.verify(request.body ?? "", request.headers);
    await store(delivery);
    return reply.code(204).send();
  });

  scope.setErrorHandler((error, _request, reply) => {
    if (error instanceof GateError) return reply.code(error.status).send({ code: error.code });
    return reply.code(error.statusCode ?? 503).send({ code: error.code ?? "not_stored" });
  });
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: "127.0.0.1" });
