import { createVerifier } from "../../../pkg/inline.js";

export function prepare({ secret, received }) {
  const verifier = createVerifier({ keys: secret });
  return () => verifier.verify(received).payload;
}
