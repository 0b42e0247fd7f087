/** The guidance suite, inside workerd, by the package's own entry for Workers. */
import * as library from "compliance-gate/guidance";
import { it } from "vitest";
import { suite } from "../../tests/js/guidance.js";
import audit from "../../tests/vectors/audit.json";
import checklist from "../../tests/vectors/checklist.json";
import customer from "../../tests/vectors/customer.json";
import document from "../../tests/vectors/document.json";
import kyc_event from "../../tests/vectors/kyc_event.json";
import kyc_flow from "../../tests/vectors/kyc_flow.json";
import kyc_status from "../../tests/vectors/kyc_status.json";
import limits from "../../tests/vectors/limits.json";
import problem from "../../tests/vectors/problem.json";
import retry from "../../tests/vectors/retry.json";
import review from "../../tests/vectors/review.json";

const vectors = {
  audit,
  checklist,
  customer,
  document,
  kyc_event,
  kyc_flow,
  kyc_status,
  limits,
  problem,
  retry,
  review,
};
suite(library, vectors, { test: it });
