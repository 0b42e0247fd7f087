// Yours: put the delivery where it survives this process, and only then return. The same key with the same content is a
// repeat; with other content it is as genuine, and kept beside the first.

/** Stores a delivery, which JSON.stringify prints with all its members. */
export async function store(delivery) {
  const place = `${encodeURIComponent(delivery.idempotencyKey)}/${delivery.contentId}`;
  const url = new URL(place, process.env.STORE_URL);
  const answer = await fetch(url, { method: "PUT", body: JSON.stringify(delivery) });
  if (!answer.ok) throw new Error(`the store answered ${answer.status}`);
}
