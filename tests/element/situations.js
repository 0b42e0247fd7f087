// Every situation the element has a look for, as statuses that the guidance itself interprets.

import { readFileSync } from "node:fs";
import { interpretStatus } from "../../pkg/kyc-inline.js";

const FLOWS = JSON.parse(readFileSync(new URL("../vectors/kyc_flow.json", import.meta.url), "utf8"));

/** The guidance of a step of the provider's flows. */
function flow(name, step = 0) {
  const { steps, context } = FLOWS.find((vector) => vector.name === name);
  return interpretStatus(steps[step].status, context);
}

const failed = (type, suggestedAction) => ({ type, passed: false, required: true, suggestedAction });
const status = (nextAction, ...checks) => ({
  isCompliant: false,
  onboardingStatus: "PROCESSING",
  nextAction,
  checks,
});

/** By name: the guidance, and the screen it is shown on. */
export const SITUATIONS = {
  profile: { screen: "due", guidance: flow("a customer created without KYC data") },
  start: { screen: "due", guidance: flow("a customer created with KYC data") },
  identity: { screen: "due", guidance: flow("KYC initiated", 1) },
  documents: { screen: "due", guidance: flow("the user completes the SDK") },
  external: { screen: "due", guidance: flow("External: KYC initiated without an SDK") },
  address: {
    screen: "due",
    guidance: interpretStatus(
      status(
        "UPLOAD_DOCUMENT",
        failed("DOC_PROOF_OF_ADDRESS", "UPLOAD_DOCUMENT"),
        failed("KYC_STATUS", "WAIT"),
      ),
    ),
  },
  expired: { screen: "due", guidance: flow("the SDK links expire") },
  waiting: { screen: "waiting", guidance: flow("documents are uploaded", 2) },
  review: { screen: "waiting", guidance: flow("under review, then approved") },
  approved: { screen: "approved", guidance: flow("KYC is approved", 1) },
  denied: { screen: "denied", guidance: flow("denied: DENIED_COMPLIANCE") },
  support: { screen: "support", guidance: flow("verification error") },
  unknown: {
    screen: "unknown",
    guidance: interpretStatus(status("SIGN_AGREEMENT", failed("AGREEMENT", "SIGN_AGREEMENT"))),
  },
  loading: { screen: "loading", guidance: null },
};

/** A status as text, for whoever interprets it in the browser. */
export function statusOf(name, step = 0) {
  return JSON.stringify(FLOWS.find((vector) => vector.name === name).steps[step].status);
}

export const LANGUAGES = ["en", "es", "pt"];
