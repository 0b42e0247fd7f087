import Stripe from "stripe";

/** Far more than the five minutes it tolerates by default, which a long run could outlast. */
const TOLERANCE = 86_400;

export function prepare({ secret, signed, runtime, stripe: header }) {
  // Without node:crypto, the package verifies by promises only.
  if (runtime === "node") return () => Stripe.webhooks.constructEvent(signed, header, secret, TOLERANCE);
  const crypto = Stripe.createSubtleCryptoProvider();
  return () => Stripe.webhooks.constructEventAsync(signed, header, secret, TOLERANCE, crypto);
}
