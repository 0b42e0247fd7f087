// refused.json: what is not accepted, and by which code. `status` is the HTTP status that answers it.

import { bodies } from "./refused/bodies.mjs";
import { duplicates } from "./refused/duplicates.mjs";
import { options } from "./refused/options.mjs";
import { signatures } from "./refused/signatures.mjs";
import { SECRET } from "./signer.mjs";

/** Who is at fault: the sender (400, 413), nobody with a key (401), or the caller (500). */
const STATUS = {
  body_empty: 400,
  body_not_json: 400,
  body_not_object: 400,
  body_not_utf8: 400,
  body_too_deep: 400,
  body_too_large: 413,
  body_too_wide: 400,
  duplicate_member: 400,
  invalid_options: 500,
  no_keys: 500,
  secret_empty: 500,
  signature_malformed: 401,
  signature_mismatch: 401,
  signature_missing: 401,
  signature_repeated: 401,
  too_many_keys: 500,
};

export function refused() {
  return [...bodies(), ...duplicates(), ...signatures(), ...options()].map(
    ({ name, source, javascript, options = { keys: [SECRET] }, header, body, code }) => ({
      name,
      source,
      ...(javascript ? { javascript } : {}),
      options,
      ...(header === undefined ? {} : { header }),
      body,
      code,
      status: STATUS[code],
    }),
  );
}
