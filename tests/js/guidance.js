// What compliance-gate/guidance has to do in every runtime: as conformance.js, the library, the vectors and the runner
// are arguments.

import { errors } from "./conformance/errors.js";
import { equal } from "./conformance/same.js";
import { inputs } from "./guidance/inputs.js";
import { kyc } from "./guidance/kyc.js";
import { policies } from "./guidance/policies.js";

/**
 * Declares every check.
 *
 * `library` is what compliance-gate/guidance exports, `vectors` the arrays of tests/vectors/*.json by name.
 */
export function suite(library, vectors, runner) {
  for (const part of [kyc, policies, inputs]) part(library, vectors, { equal, ...runner });
  errors(library, () => library.interpretStatus(""), { equal, ...runner });
}
