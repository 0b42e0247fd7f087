// What came of a delivery: everything a handler would get, or why it gets nothing.

import { make } from "../dom.js";
import { visible } from "../name.js";
import { pretty } from "../pretty.js";
import { facts, sentence, verdict } from "./verdict.js";

/** @param {import("../../pkg/index.js").Delivery} delivery */
export function verifiedDelivery(delivery) {
  const { uncovered, known, event, subject, dialect, scope, form, keyId } = delivery;
  return [
    verdict({
      tone: "good",
      title: "Verified",
      message: `${DIALECT[dialect]}, with the ${keyId} secret, over ${SCOPE[scope]}`,
    }),
    uncovered.length === 0
      ? null
      : verdict({
          tone: "odd",
          title: uncovered.length === 1 ? "One member is not covered" : "Some members are not covered",
          message: `Anybody could have written ${uncovered.map((name) => `“${name}”`).join(", ")}; the payload is without it`,
        }),
    panel(
      "What a handler gets",
      facts([
        [
          "Event",
          event === null ? "none" : visible(event),
          known ? undefined : "not one the provider documents; accepted all the same",
        ],
        [
          "Subject",
          subject.kind === null
            ? "none"
            : `${subject.kind} ${subject.id === null ? "" : visible(subject.id)}`.trim(),
        ],
        subject.status === null ? null : ["Status", visible(subject.status)],
        ["Idempotency key", delivery.idempotencyKey, "equal for deliveries of one event"],
        ["Content id", delivery.contentId, "SHA-256 of the signed text"],
        ["Dialect", dialect, DIALECT_WHY[dialect]],
        ["Scope", scope, SCOPE_WHY[scope]],
        ["Form", form, FORM_WHY[form]],
        ["Key id", keyId],
        ["Not covered", uncovered.length === 0 ? "nothing" : uncovered.join(", ")],
      ]),
    ),
    panel(
      "Payload",
      make(
        "p",
        { class: "hint" },
        "What was signed, and nothing beside it; only the indentation is this page’s.",
      ),
      make(
        "pre",
        { tabindex: "0", role: "region", "aria-label": "Payload" },
        make("code", {}, pretty(delivery.signedText)),
      ),
    ),
  ].filter((part) => part !== null);
}

/** @param {Error & { code: string, status: number }} error @param {import("../../pkg/index.js").Diagnosis} diagnosis */
export function refusedDelivery({ code, message, status }, { causes }) {
  return [
    verdict({
      tone: "refused",
      title: "Not verified",
      code,
      message,
      more: [make("p", { class: "hint" }, `A gate answers it with HTTP ${status}.`)],
    }),
    panel(
      causes.length > 1 ? "Why, most likely first" : "Why",
      make("ol", { class: "causes" }, ...causes.map((cause) => why(cause, code, message))),
    ),
  ];
}

/** Options that no verifier can be made of. @param {Error & { code: string }} error */
export function unusable({ code, message }) {
  return [verdict({ tone: "refused", title: "No verifier can be made of this", code, message })];
}

/** @param {import("../../pkg/index.js").Cause} cause @param {string} refusal @param {string} said what stands above already */
function why({ code, message, proved }, refusal, said) {
  return make(
    "li",
    {},
    make(
      "p",
      { class: "label-row" },
      make("code", { class: "code-tag" }, code),
      make("span", { class: proved ? "tag proved" : "tag" }, proved ? "certain" : "what is left"),
    ),
    message === said ? null : make("p", {}, sentence(message)),
    make("p", { class: "do" }, (code === "unreadable" ? READ[refusal] : DO[code]) ?? ""),
  );
}

/** @param {string} title @param {Element[]} content */
function panel(title, ...content) {
  return make("section", { class: "panel" }, make("h3", {}, title), ...content);
}

const DIALECT = { body: "Signed in the body", header: "Signed in the header" };
const SCOPE = {
  "whole-body": "the whole body",
  "event-data": "event and data only",
  raw: "every byte of the body",
};
const DIALECT_WHY = { body: "the member “signature”", header: "X-Webhook-Signature" };
const SCOPE_WHY = {
  "whole-body": "every member but “signature”",
  "event-data": "the members “event” and “data”",
  raw: "every byte",
};
const FORM_WHY = {
  wire: "the bytes as they came",
  reserialized: "as JSON.stringify(JSON.parse(body)) prints it: something printed it anew on its way",
};

/** What to do about a cause. */
const DO = {
  no_signature:
    "Set a secretKey for this webhook in the provider’s dashboard; without one nothing is signed.",
  not_64_hex:
    "Find what adds to the signature or encodes it on its way. It is 64 hexadecimal digits, nothing else.",
  secret_whitespace:
    "Trim the secret where it is configured; echo and many editors end a file with a line break.",
  not_allowed: "Accept it in the verifier’s options, if this is how your provider signs.",
  reencoded: "Read the raw body before a framework, a proxy or a test parses it, and verify exactly that.",
  wrong_key_or_altered:
    "Compare the secret with the dashboard’s for this environment; then compare the bytes with those sent.",
};

const LIMIT = "See what sent it: nothing that the provider documents comes near this limit, which is fixed.";

/** What to do about a body that cannot be read, by the code of the refusal. */
const READ = {
  body_empty: "See whether something read the body before the verifier.",
  body_not_utf8: "Hand the verifier the bytes, before anything decodes and encodes them.",
  body_not_well_formed: "Hand the verifier the bytes, before anything decodes them.",
  body_not_json: "Hand the verifier the raw body, before anything parses, decodes or prints it.",
  body_not_object: "Hand the verifier the raw body, before anything parses, decodes or prints it.",
  body_too_large: "Raise maxBodyBytes in the verifier’s options, if the provider does send so much.",
  body_too_deep: LIMIT,
  body_too_wide: LIMIT,
  duplicate_member:
    "See what sent it, and act on none of the values. No option accepts it; if it is genuine, the provider has to mend it.",
};
