// `node scripts/situations.mjs`: writes www/playground/situations.js, the situations that the playground can show, from
// the vectors; the page ships a copy of their facts and needs no file of the tests. `--check` fails where they differ.

import { readFileSync, writeFileSync } from "node:fs";
import { print } from "../www/playground/print.js";
import { fromRoot } from "./lib/paths.mjs";

const FILE = fromRoot("www", "playground", "situations.js");
const FLOW = "kyc_flow";
const STATUS = "kyc_status";
/** What a vector's source begins with where the provider's page has the situation. */
const PAGE = "connect-kyc-compliance-flow: ";

/** Groups as the page lists them; rows are: id in the address, title, vector, and which of a flow's steps. */
const TABLE = {
  "Standard flow": [
    ["created-without-data", "Phase 1a · created without KYC data", "a customer created without KYC data", 0],
    ["data-added", "Phase 1a · KYC data added", "a customer created without KYC data", 1],
    ["created-with-data", "Phase 1b · created with KYC data", "a customer created with KYC data", 0],
    ["before-start", "Phase 2 · before KYC is initiated", "KYC initiated", 0],
    ["started", "Phase 2 · KYC initiated", "KYC initiated", 1],
    ["sdk-required", "Phase 2 · the SDK link is there", "KYC initiated", 2],
    ["sdk-completed", "Phase 3 · the user completed the SDK", "the user completes the SDK", 0],
    ["before-documents", "Phase 4 · no document uploaded", "documents are uploaded", 0],
    ["one-document", "Phase 4 · source of funds uploaded", "documents are uploaded", 1],
    ["documents-uploaded", "Phase 4 · every document uploaded", "documents are uploaded", 2],
    ["before-approval", "Phase 5 · awaiting the decision", "KYC is approved", 0],
    ["approved", "Phase 5 · approved", "KYC is approved", 1],
    ["approved-bare", "Phase 5 · approved, as brief as the diagram", "KYC is approved", 2],
  ],
  "External KYC flow": [
    ["external-created", "Phase 1 · created with KYC data", "External: a customer created with KYC data", 0],
    ["external-started", "Phase 2 · initiated, without an SDK", "External: KYC initiated without an SDK", 0],
    [
      "external-documents",
      "Phase 3 · no document uploaded",
      "External: documents and the biometric report",
      0,
    ],
    [
      "external-biometric",
      "Phase 3 · biometric report uploaded",
      "External: documents and the biometric report",
      1,
    ],
    [
      "external-uploaded",
      "Phase 3 · every document uploaded",
      "External: documents and the biometric report",
      2,
    ],
    ["external-before-approval", "Phase 4 · awaiting approval", "External: approved automatically", 0],
    ["external-approved", "Phase 4 · approved automatically", "External: approved automatically", 1],
  ],
  "Edge cases": [
    ["sdk-expired", "SDK expired", "the SDK links expire", 0],
    ["restarted", "SDK expired · run again", "the SDK links expire", 1],
    [
      "sdk-expired-bare",
      "SDK expired · as brief as the diagram",
      "the SDK links expire, ids from the event alone",
      0,
    ],
    ["denied", "KYC denied · compliance", "denied: DENIED_COMPLIANCE", 0],
    ["denied-identity-theft", "KYC denied · identity theft", "denied: DENIED_IDENTITY_THEFT", 0],
    ["error", "Verification error", "verification error", 0],
    [
      "error-bare",
      "Verification error · as brief as the diagram",
      "verification error, as abridged as the page's diagram",
      0,
    ],
    ["review", "Under review", "under review, then approved", 0],
    ["review-approved", "Under review · then approved", "under review, then approved", 1],
    ["review-again", "Under review · another customer", "under review, then denied", 0],
    ["review-denied", "Under review · then denied", "under review, then denied", 1],
    [
      "review-bare",
      "Under review · as brief as the diagram",
      "under review, as abridged as the page's diagram, asked four times",
      0,
    ],
  ],
  "Examples on the page": [
    ["example", "Response Structure", "the page's first example, abridged", 0],
    [
      "example-profile",
      "Handling UPDATE_PROFILE",
      "the page's profile example, which shows nothing but checks",
      0,
    ],
    [
      "example-external",
      "Compliance Status Response (External KYC)",
      "the page's External example, whose summary counts checks it does not list",
      0,
    ],
  ],
  "Suggested actions": [
    ["start-kyc", "START_KYC", "the action START_KYC"],
    ["complete-sdk-flow", "COMPLETE_SDK_FLOW", "the action COMPLETE_SDK_FLOW"],
    ["upload-document", "UPLOAD_DOCUMENT", "the action UPLOAD_DOCUMENT"],
    ["proof-of-address", "UPLOAD_DOCUMENT · proof of address", "proof of address"],
    ["update-profile", "UPDATE_PROFILE", "the action UPDATE_PROFILE"],
    ["rerun-kyc", "RERUN_KYC", "the action RERUN_KYC"],
    ["wait", "WAIT", "the action WAIT"],
    ["contact-support", "CONTACT_SUPPORT", "the action CONTACT_SUPPORT"],
  ],
  "Not in the documentation": [
    ["contradiction", "Compliant and denied at once", "contradiction: compliant, yet denied"],
    ["contradiction-summary", "A summary that the checks refute", "contradiction: more failed than counted"],
    ["unknown-action", "An action nobody has heard of", "an unknown action"],
    ["wrapped", "Wrapped in message, data and traceId", "wrapped"],
  ],
};

const text = printed(situations());
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (readFileSync(FILE, "utf8") !== text) {
  console.error("www/playground/situations.js differs from the vectors: run `node scripts/situations.mjs`.");
  process.exitCode = 1;
}

function situations() {
  const vectors = { [FLOW]: read(FLOW), [STATUS]: read(STATUS) };
  const taken = new Set();
  const groups = Object.entries(TABLE).map(([label, rows]) => ({
    label,
    situations: rows.map(([id, title, name, step]) => {
      taken.add(`${name} ${step}`);
      const vector = vectors[step === undefined ? STATUS : FLOW].find((vector) => vector.name === name);
      if (vector === undefined) throw new Error(`no vector is named "${name}"`);
      const { event = null, status } = step === undefined ? vector : vector.steps[step];
      return { id, title, source: heading(vector.source), context: vector.context ?? {}, event, status };
    }),
  }));
  for (const { name, steps } of vectors[FLOW]) {
    const missing = steps.findIndex((_, step) => !taken.has(`${name} ${step}`));
    if (missing >= 0) throw new Error(`the page has no situation for step ${missing} of "${name}"`);
  }
  return groups;
}

/** The heading of the provider's page; null where the situation is not one of its own. */
function heading(source) {
  const [first] = source.split("; ");
  return first.startsWith(PAGE) ? first.slice(PAGE.length) : null;
}

function read(name) {
  return JSON.parse(readFileSync(fromRoot("tests", "vectors", `${name}.json`), "utf8"));
}

/** Each check is a line of the file. */
function printed(groups) {
  return `// The provider's documented situations, and some it does not document. Written by scripts/situations.mjs from the vectors.

/**
 * @typedef {object} Situation
 * @property {string} id in the address @property {string} title
 * @property {string | null} source the heading of the provider's page; null where it shows no such answer
 * @property {Record<string, unknown>} context what is known besides
 * @property {Record<string, unknown> | null} event the webhook before it @property {unknown} status
 */

/** @type {readonly { label: string, situations: readonly Situation[] }[]} */
export const GROUPS = ${print(groups, 120)};
`;
}
