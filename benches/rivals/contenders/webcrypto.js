// The handler that the provider documents, on WebCrypto; its key is imported once.
import { printed } from "./documented.js";

export async function prepare({ secret, received }) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["verify"]);
  return async () => {
    const { text, signature, body } = printed(received);
    const bytes = Uint8Array.from(signature.match(/../g), (pair) => Number.parseInt(pair, 16));
    if (!(await crypto.subtle.verify("HMAC", key, bytes, encoder.encode(text)))) throw new Error("mismatch");
    return body;
  };
}

const encoder = new TextEncoder();
