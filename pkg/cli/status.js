import { interpretStatus } from "../kyc-inline.js";
import { PASTED, PERSON, person, wholeNumber } from "./arguments.js";
import { best } from "./best.js";
import { columns, paint, plain, printJson, rows } from "./paper.js";
import { UsageError } from "./usage-error.js";

/** @type {import("./arguments.js").Options} */
const CONTEXT = {
  ...PERSON,
  "customer-id": { type: "string", value: "ID", help: "fills the customer into the calls" },
  "onboarding-id": { type: "string", value: "ID", help: "fills the onboarding into the calls" },
  "last-event": { type: "string", value: "NAME", help: "the last KYC event of this customer" },
  polls: { type: "string", value: "N", help: "how often the status was asked for already" },
};

export const status = {
  name: "status",
  about:
    "Says what a compliance status of Connect Financial asks for: the next step, who has to take it, what is due, and " +
    "when to look again. It reads the API's answer, bare or wrapped.",
  examples: [
    "compliance-gate status answer.json --nationality US",
    'curl -s -H "Authorization: Bearer $TOKEN" "$STATUS_URL" | compliance-gate status',
    "compliance-gate status answer.json --customer-id 7d0c --json | jq .guidance.call",
  ],
  options: { ...CONTEXT, ...PASTED },
  run,
};

async function run(values) {
  const context = {
    ...person(values),
    customerId: values["customer-id"],
    onboardingId: values["onboarding-id"],
    lastEvent: values["last-event"],
    polls: wholeNumber(values, "polls"),
  };
  const { result, error, cut } = await best(
    values,
    (body) => interpretStatus(body, context),
    points,
    () => false,
  );
  if (error?.code === "invalid_options") throw new UsageError(error.message);
  if (error) throw error;
  if (values.json) printJson({ ok: true, guidance: result, cut });
  else process.stdout.write(told(result, cut));
  return 0;
}

function points({ error }) {
  if (error === undefined || error.code === "invalid_options") return 3;
  if (error.code === "status_not_status") return 1;
  return ["status_not_json", "status_not_utf8", "status_empty"].includes(error.code) ? 0 : 2;
}

function told(guidance, cut) {
  const style = paint(process.stdout);
  const { nextAction, actor, call, poll, contradictions } = guidance;
  const calls = call && [`${call.method} ${call.path}${call.body ? `  ${JSON.stringify(call.body)}` : ""}`];
  return `${headline(guidance, style)}\n${rows(
    [
      [
        "next",
        nextAction === null
          ? undefined
          : `${nextAction}${guidance.nextActionSource === "derived" ? ", derived from the checks" : ""}`,
      ],
      ["who", WHO[actor] ?? actor],
      ["phase", guidance.phase],
      ["due", columns(guidance.currentlyDue.map(due))],
      ["pending", columns(guidance.pendingVerification.map(({ check, action }) => [check, action]))],
      ["call", calls],
      ["ask again", poll && `in ${poll.afterSeconds} s`],
      ["disagrees", contradictions.map(({ code, message }) => `${code}: ${message}`)],
      ["note", cut],
    ],
    style,
  )}`;
}

function headline({ nextAction, isCompliant, phase }, { good, bad, strong }) {
  if (phase === "denied") return bad("✘ The customer is denied.");
  if (nextAction === null && isCompliant) return good("✔ The customer is compliant: there is nothing to do.");
  if (nextAction === null) return strong("→ The status does not tell what comes next.");
  return strong(
    `→ ${STEPS[nextAction] ?? `The provider asks for ${plain(nextAction)}, which this version does not know.`}`,
  );
}

/** A check, the action it asks for, and what satisfies it. */
function due({ check, action, documents, profileFields }) {
  const wanted = documents ? documents.anyOf.join(" or ") : fields(profileFields ?? []);
  return [check, action, wanted].map(plain);
}

/** Members of the customer, those of one object together: `kyc.mainAddress (street1, zip)`. */
function fields(names) {
  const isInner = (name) => names.some((outer) => name.startsWith(`${outer}.`));
  const outer = names.filter((name) => !isInner(name));
  const all = outer.map((name) => {
    const inner = names
      .filter((other) => other.startsWith(`${name}.`))
      .map((other) => other.slice(name.length + 1));
    return inner.length === 0 ? name : `${name} (${inner.join(", ")})`;
  });
  return all.join(", ");
}

const STEPS = {
  START_KYC: "Start the verification of the customer.",
  COMPLETE_SDK_FLOW: "The customer has to finish the identity check.",
  UPLOAD_DOCUMENT: "A document is missing.",
  UPDATE_PROFILE: "The customer's profile is incomplete.",
  RERUN_KYC: "Start the verification again.",
  WAIT: "Wait: the provider is at work.",
  CONTACT_SUPPORT: "Contact the provider's support.",
};
const WHO = {
  customer: "the customer",
  integrator: "you, the integrator",
  provider: "the provider",
  support: "the provider's support",
  nobody: "nobody",
};
