// The handler that the provider documents, on node:crypto.
import { createHmac, timingSafeEqual } from "node:crypto";
import { printed } from "./documented.js";

export function prepare({ secret, received }) {
  return () => {
    const { text, signature, body } = printed(received);
    const expected = createHmac("sha256", secret).update(text).digest();
    const found = Buffer.from(signature, "hex");
    if (expected.length !== found.length || !timingSafeEqual(expected, found)) throw new Error("mismatch");
    return body;
  };
}
