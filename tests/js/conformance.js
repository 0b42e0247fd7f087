// What the package has to do in every runtime. The library, the vectors and the runner are arguments, and nothing
// is imported from a runtime: Node's runner, workerd's pool and a browser page run the same checks.

import { bodies } from "./conformance/bodies.js";
import { deliveries } from "./conformance/deliveries.js";
import { errors } from "./conformance/errors.js";
import { headers } from "./conformance/headers.js";
import { options } from "./conformance/options.js";
import { refusals } from "./conformance/refusals.js";
import { requests } from "./conformance/requests.js";
import { equal } from "./conformance/same.js";
import { signing } from "./conformance/signing.js";
import { verifiers } from "./conformance/verifiers.js";

/**
 * Declares every check.
 *
 * `library` is the package's exports, `vectors` the arrays of tests/vectors/*.json by name; `test(name, check)`
 * declares a check. A runner whose errors read better brings its own `equal(found, expected, message)`.
 */
export function suite(library, vectors, runner) {
  for (const part of [deliveries, refusals, bodies, headers, requests, verifiers, signing, options]) {
    part(library, vectors, { equal, ...runner });
  }
  errors(library, () => library.createVerifier({ keys: "" }), { equal, ...runner });
}
