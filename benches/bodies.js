// Bodies of the sizes that are measured: the provider's own sample, and deliveries that carry more of the same.
import { createHmac } from "node:crypto";

export const SECRET = "WEBHOOK_SECRET";

const SAMPLE = {
  id: "67a0307eaddea901a60144ec",
  purchaseAmount: "50000",
  totalAmount: "50000",
  externalId: "123456",
  currency: "COP",
  status: "CAPTURED",
};

/** A delivery of about `size` bytes: the sample, with line items added until it is that large. */
export function body(size) {
  const items = [];
  const print = () => {
    const transaction = items.length === 0 ? SAMPLE : { ...SAMPLE, items };
    return JSON.stringify({ event: "Transaction.Captured", data: { transaction } });
  };
  let signedText = print();
  while (signedText.length + 80 < size) {
    const number = items.length;
    const missing = size - 80 - signedText.length;
    for (let added = 0; added < Math.max(1, Math.floor(missing / 130)); added += 1)
      items.push(item(number + added));
    signedText = print();
  }
  const signature = createHmac("sha256", SECRET).update(signedText).digest("hex");
  const text = `${signedText.slice(0, -1)},"signature":"${signature}"}`;
  return { bytes: new TextEncoder().encode(text), signed: new TextEncoder().encode(signedText), signature };
}

function item(number) {
  return {
    sku: `SKU-${String(number).padStart(6, "0")}`,
    description: "Recarga de saldo, línea móvil prepago",
    quantity: (number % 7) + 1,
    unitPrice: `${1000 + number}.50`,
    taxable: number % 2 === 0,
  };
}
