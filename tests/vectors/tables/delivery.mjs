// delivery.json: deliveries that verify, with everything the result has to say.

import { dialects } from "./delivery/dialects.mjs";
import { envelopes } from "./delivery/envelopes.mjs";
import { forms } from "./delivery/forms.mjs";
import { scopes } from "./delivery/scopes.mjs";
import { texts } from "./delivery/texts.mjs";
import { expanded, SAMPLE, SECRET, sha256 } from "./signer.mjs";

export function delivery() {
  return [...dialects(), ...forms(), ...scopes(), ...envelopes(), ...texts()].map(
    ({ name, source, options = { keys: [SECRET] }, header, body, ...expect }) => {
      const whole = { ...expected(expect), contentId: sha256(expanded(expect.signedText ?? SAMPLE)) };
      return { name, source, options, ...(header === undefined ? {} : { header }), body, expect: whole };
    },
  );
}

/** What most of these deliveries have in common: the provider's sample, in the body dialect. */
function expected({
  dialect = "body",
  scope = dialect === "header" ? "raw" : "whole-body",
  form = "wire",
  keyId = "0",
  event = "Transaction.Captured",
  known = true,
  subject = ["transaction", "67a0307eaddea901a60144ec", "CAPTURED"],
  idempotencyKey = "Transaction.Captured:67a0307eaddea901a60144ec:CAPTURED",
  uncovered = [],
  signedText = SAMPLE,
}) {
  const [kind, id, status] = subject;
  return { dialect, scope, form, keyId, event, known, subject: { kind, id, status }, idempotencyKey, uncovered, signedText };
}
