// Yours: put the delivery where it survives this process, and only then return. The same key may come again.

/** Stores a delivery, which JSON.stringify prints with all its members. */
export async function store(delivery) {
  const url = new URL(encodeURIComponent(delivery.idempotencyKey), process.env.STORE_URL);
  const answer = await fetch(url, { method: "PUT", body: JSON.stringify(delivery) });
  if (!answer.ok) throw new Error(`the store answered ${answer.status}`);
}
