/** Hands a document to your server; rejects where it did not arrive, and the element then offers to send it again. */
export async function send(file, documentType) {
  const body = new FormData();
  body.set("documentType", documentType);
  body.set("file", file);
  const response = await fetch("/api/documents", { method: "POST", body });
  if (!response.ok) throw new Error(`the document was not taken: ${response.status}`);
}
