import { DELIVERY, PASTED } from "./arguments.js";
import { best, NOT_FOUND, pointsFor } from "./best.js";
import { paint, printJson, rows } from "./paper.js";
import { HEADER_HINT, verifierOf } from "./verifier.js";

export const verify = {
  name: "verify",
  about:
    "Says whether a delivery is genuine, and what it is about. What is printed is what the signature covers. For a " +
    "body as it was received, --exact reads every byte; without it, a delivery is also found in a line of a log.",
  examples: [
    "read -rs CONOMY_WEBHOOK_SECRET; export CONOMY_WEBHOOK_SECRET\ncompliance-gate verify delivery.json",
    "compliance-gate verify --secret-file current.txt --secret-file next.txt < delivery.json",
    "compliance-gate verify body.bin --exact --header 'X-Webhook-Signature: d1934dd4…'",
    "tail -1 app.log | compliance-gate verify --json | jq -r .delivery.idempotencyKey",
  ],
  options: { ...DELIVERY, ...PASTED },
  run,
};

async function run(values) {
  const { verifier, headers, notes } = await verifierOf(values);
  const { result, error, cut, isFound } = await best(
    values,
    (body) => verifier.verify(body, headers),
    (tried) => (tried.error ? pointsFor(tried.error.code) : 3),
  );
  const isNone = error?.code === "signature_missing" && !isFound && headers.length === 0;
  const said = [...notes, ...cut, ...(isNone ? [NOT_FOUND] : [])];
  if (values.json) printJson(error ? refusal(error, said) : { ok: true, delivery: result, cut: said });
  else process.stdout.write(error ? refused(error, said, headers) : verified(result, said));
  return error ? 1 : 0;
}

function refusal({ code, message, status }, cut) {
  return { ok: false, error: { code, message, status }, cut };
}

function verified(delivery, cut) {
  const style = paint(process.stdout);
  const { kind, id, status } = delivery.subject;
  const event = delivery.event ?? "none";
  return `${style.good("✔ genuine")}\n${rows(
    [
      ["event", delivery.known ? event : `${event} (not one the provider documents)`],
      [
        kind ?? "subject",
        kind === null ? "none that is known" : [id ?? "without an id", status].filter(Boolean).join("  "),
      ],
      ["idempotency key", delivery.idempotencyKey],
      ["content id", delivery.contentId],
      ["signed", `${SCOPES[delivery.scope]}, ${FORMS[delivery.form]}; signature in the ${delivery.dialect}`],
      ["key", delivery.keyId],
      [
        "not covered",
        delivery.uncovered.length > 0 ? `${delivery.uncovered.join(", ")}: nobody signed this` : undefined,
      ],
      ["note", cut],
    ],
    style,
  )}`;
}

function refused({ code, message, status }, cut, headers) {
  const style = paint(process.stdout);
  const isWithout = code === "signature_missing" && headers.length === 0;
  return `${style.bad(`✘ refused: ${code}`)}\n${rows(
    [
      ["because", message],
      ["answer", status >= 500 ? undefined : `HTTP ${status}`],
      ["note", cut],
      ["next", isWithout ? HEADER_HINT : "compliance-gate explain, with the same arguments, says why"],
    ],
    style,
  )}`;
}

const SCOPES = {
  "whole-body": "the whole body",
  "event-data": "only event and data",
  raw: "every byte",
};
const FORMS = { wire: "as received", reserialized: "as JSON.stringify prints it" };
