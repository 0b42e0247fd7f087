// The handler that the provider documents, on @noble/hashes.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { printed } from "./documented.js";

export function prepare({ secret, received }) {
  const key = utf8ToBytes(secret);
  return () => {
    const { text, signature, body } = printed(received);
    const [expected, found] = [hmac(sha256, key, utf8ToBytes(text)), hexToBytes(signature)];
    let difference = expected.length ^ found.length;
    for (let at = 0; at < expected.length; at += 1) difference |= expected[at] ^ found[at];
    if (difference !== 0) throw new Error("mismatch");
    return body;
  };
}
