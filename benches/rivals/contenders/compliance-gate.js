import { createVerifier } from "../../../pkg/esm/inline.js";

export function prepare({ secret, received }) {
  const verifier = createVerifier({ keys: secret });
  return () => verifier.verify(received).payload;
}
