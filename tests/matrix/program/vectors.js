// The vectors, as a bundler puts them into one file with the suite.

import attack from "../../vectors/attack.json";
import audit from "../../vectors/audit.json";
import checklist from "../../vectors/checklist.json";
import customer from "../../vectors/customer.json";
import delivery from "../../vectors/delivery.json";
import diagnosis from "../../vectors/diagnosis.json";
import document from "../../vectors/document.json";
import idempotency from "../../vectors/idempotency.json";
import kyc_event from "../../vectors/kyc_event.json";
import kyc_flow from "../../vectors/kyc_flow.json";
import kyc_status from "../../vectors/kyc_status.json";
import limits from "../../vectors/limits.json";
import problem from "../../vectors/problem.json";
import refused from "../../vectors/refused.json";
import retry from "../../vectors/retry.json";
import review from "../../vectors/review.json";
import signature from "../../vectors/signature.json";

export const vectors = {
  attack,
  audit,
  checklist,
  customer,
  delivery,
  diagnosis,
  document,
  idempotency,
  kyc_event,
  kyc_flow,
  kyc_status,
  limits,
  problem,
  refused,
  retry,
  review,
  signature,
};
