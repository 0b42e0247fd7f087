// diagnosis.json: why a delivery fails. `cause` is the first one given; `says` has to be in its message.
// `never` lists what no message may hold.

import { notAllowed, notHex, plain, secrets } from "./diagnosis/causes.mjs";
import { reencoded } from "./diagnosis/reencoded.mjs";
import { HEADER_SAMPLE, hmac, SAMPLE, SECRET } from "./signer.mjs";

export function diagnosis() {
  return [...plain(), ...notHex(), ...secrets(), ...notAllowed(), ...reencoded()].map(
    ({ name, source, options = { keys: [SECRET] }, header, body, code, cause, says = [] }) => ({
      name,
      source,
      options,
      ...(header === undefined ? {} : { header }),
      body,
      code,
      cause,
      says,
      never: [SECRET, hmac(SAMPLE), hmac(HEADER_SAMPLE), hmac(SAMPLE).toUpperCase()],
    }),
  );
}
