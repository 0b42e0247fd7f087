// Deliveries to look at. They are made in the page, with the secret of the provider's own sample, which everybody knows.

const SECRET = "WEBHOOK_SECRET";

/** The sample of the provider's webhook reference, member order as printed there. */
const CAPTURED = {
  event: "Transaction.Captured",
  data: {
    transaction: {
      id: "67a0307eaddea901a60144ec",
      purchaseAmount: "50000",
      totalAmount: "50000",
      externalId: "123456",
      currency: "COP",
      status: "CAPTURED",
    },
  },
};

/** The other envelope, which is signed in a header. */
const SETTLED = {
  eventType: "payment.settled",
  timestamp: "2026-04-17T15:30:00Z",
  transaction: { id: "69e2f1c4b7d3a85012345678", status: "SETTLED", totalAmount: "50000", currency: "COP" },
};

/**
 * @typedef {{ body: string, header?: string, secret?: string, previous?: string, dialect?: string }} Sample
 * @typedef {typeof import("../../pkg/index.js").sign} Sign
 * @typedef {{ id: string, title: string, hint: string, make: (sign: Sign) => Sample }} Recipe
 */

const inBody = (/** @type {Sign} */ sign, event = CAPTURED) => sign(event, SECRET).body;
const inHeader = (/** @type {Sign} */ sign) => {
  const { body, headers } = sign(SETTLED, SECRET, { dialect: "header" });
  return { body, header: headers["X-Webhook-Signature"] };
};

/** @type {readonly { label: string, choices: readonly Recipe[] }[]} */
export const SAMPLES = [
  {
    label: "Verifies",
    choices: [
      {
        id: "body",
        title: "Signed in the body",
        hint: "The provider’s own sample: the signature is the body’s last member.",
        make: (sign) => ({ body: inBody(sign) }),
      },
      {
        id: "header",
        title: "Signed in the header",
        hint: "The signature is in X-Webhook-Signature and covers every byte.",
        make: inHeader,
      },
      {
        id: "uncovered",
        title: "With a member nobody signed",
        hint: "Somebody put “admin” into a genuine body. It verifies, and the member stays outside of the payload.",
        make: (sign) => ({ body: inBody(sign).replace("{", '{"admin":true,') }),
      },
      {
        id: "reserialized",
        title: "Printed anew on its way",
        hint: "Something parsed the body and printed it with indentation.",
        make: (sign) => ({ body: JSON.stringify(JSON.parse(inBody(sign)), null, 2) }),
      },
      {
        id: "rotation",
        title: "Signed with the previous key",
        hint: "While a secret is rotated, both are valid.",
        make: (sign) => ({ body: inBody(sign), secret: "the-new-secret", previous: SECRET }),
      },
      {
        id: "unknown",
        title: "An event nobody documents",
        hint: "A genuine delivery is never refused for what it says.",
        make: (sign) => ({ body: inBody(sign, { ...CAPTURED, event: "Transaction.Teleported" }) }),
      },
    ],
  },
  {
    label: "Is refused",
    choices: [
      {
        id: "wrong-secret",
        title: "Another environment’s secret",
        hint: "The body is genuine, the secret is not the one it was signed with.",
        make: (sign) => ({ body: inBody(sign), secret: "the-secret-of-staging" }),
      },
      {
        id: "altered",
        title: "Altered after it was signed",
        hint: "One digit of the amount is another.",
        make: (sign) => ({ body: inBody(sign).replace("50000", "90000") }),
      },
      {
        id: "newline",
        title: "A line break behind the secret",
        hint: "As an editor leaves it at the end of a file.",
        make: (sign) => ({ body: inBody(sign), secret: `${SECRET}\n` }),
      },
      {
        id: "prefix",
        title: "A prefix before the digits",
        hint: "Other providers write “sha256=” there.",
        make: (sign) => ({ body: inBody(sign).replace('"signature":"', '"signature":"sha256=') }),
      },
      {
        id: "reencoded",
        title: "Header dialect, printed anew on its way",
        hint: "A framework parsed the body; the handler printed what it was given.",
        make: (sign) => {
          const { body, header } = inHeader(sign);
          return { body: JSON.stringify(JSON.parse(body), null, 2), header };
        },
      },
      {
        id: "not-accepted",
        title: "Signed in the body, expected in the header",
        hint: "The verifier accepts one dialect only, and it is the other.",
        make: (sign) => ({ body: inBody(sign), dialect: "header" }),
      },
      {
        id: "unsigned",
        title: "No signature at all",
        hint: "Signing is optional at the provider.",
        make: () => ({ body: JSON.stringify(CAPTURED) }),
      },
      {
        id: "twice",
        title: "One name twice",
        hint: "Two parsers would read two different amounts.",
        make: (sign) => ({ body: inBody(sign).replace('"totalAmount"', '"totalAmount":"1","totalAmount"') }),
      },
      {
        id: "no-json",
        title: "No JSON",
        hint: "What JavaScript prints of an object that was parsed already.",
        make: () => ({ body: "[object Object]" }),
      },
    ],
  },
];

/** What a sample fills in. @param {Recipe} recipe @param {Sign} sign @returns {Required<Sample>} */
export function filled(recipe, sign) {
  return { header: "", secret: SECRET, previous: "", dialect: "", ...recipe.make(sign) };
}
