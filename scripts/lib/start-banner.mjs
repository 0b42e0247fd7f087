// What `npm start` prints once the gate is up, with a curl line that works as pasted.

import { createHmac } from "node:crypto";

/** The sample of the provider's webhook reference, member order as printed there. */
export const SAMPLE = {
  event: "Transaction.Captured",
  data: {
    transaction: {
      id: "67a0307eaddea901a60144ec",
      purchaseAmount: "50000",
      totalAmount: "50000",
      externalId: "123456",
      currency: "COP",
      status: "CAPTURED",
    },
  },
};

/** Signs as the provider's own sample does: HMAC over `JSON.stringify`, then `signature` as the last member. */
export function signSample(secret, sample = SAMPLE) {
  const signature = createHmac("sha256", secret).update(JSON.stringify(sample)).digest("hex");
  return JSON.stringify({ ...sample, signature });
}

export function banner(url, { token, signingSecret, sandboxSecret }) {
  const body = signSample(signingSecret).replaceAll("'", "'\\''");
  return `
  compliance-gate is up.

  page        ${url}/#token=${token}
  playground  ${url}/playground
  token       ${token}   (Authorization: Bearer …, for ${url}/api)
  secret      ${sandboxSecret ?? "as you set it in CONOMY_WEBHOOK_SECRETS"}${sandboxSecret ? "   (of the provider's sample; refused outside npm start)" : ""}

  Post the provider's sample, signed:

  curl ${url}/webhooks/conomy -H 'Content-Type: application/json' -d '${body}'

  Ctrl-C stops it.
`;
}
