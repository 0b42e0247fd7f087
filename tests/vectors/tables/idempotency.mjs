// idempotency.json: the key of a signed text; and which texts must, or must not, share one.

import { contentKey, HEADER_SAMPLE, SAMPLE } from "./signer.mjs";

const DOCUMENTED = 'Conomy, "Handling webhooks": event + ":" + transaction.id + ":" + transaction.status';
const ESCAPED = "ours: `:` and `%` inside a part become %3A and %25";
const CUSTOMERS = "ours: (event, customer.id, customer.operationLevel, timestamp), an absent part written %";
const ONBOARDINGS = "ours: (event, onboardingId or customerId, status)";
const NULL = 'Conomy, "Webhooks" reference: members that do not apply are null, or absent altogether';
const CONTENT = "ours: what identifies nothing, or by no well-formed string, is identified by its content";
const INJECTIVE = "ours: no two tuples share a key (a gateway that joins without escaping drops the second)";

function transaction(event, id, status) {
  return JSON.stringify({ event, data: { transaction: { id, status } } });
}

function customer(id, operationLevel, timestamp) {
  return JSON.stringify({ eventType: "customer.levelChanged", timestamp, customer: { id, operationLevel } });
}

function onboarding(eventType, data) {
  return JSON.stringify({ eventType, data });
}

function withBoth(eventType) {
  return JSON.stringify({ eventType, customer: { id: "c", operationLevel: "FULL" }, transaction: { id: "t", status: "S" } });
}

/** What the event is not about stands in both places. */
function withTwo(eventType, twice) {
  const both = JSON.parse(withBoth(eventType));
  return JSON.stringify({ ...both, data: { [twice]: both[twice] } });
}

const KEYS = [
  ["the provider's sample", DOCUMENTED, SAMPLE, "Transaction.Captured:67a0307eaddea901a60144ec:CAPTURED"],
  ["the provider's header sample", DOCUMENTED, HEADER_SAMPLE, "payment.settled:69e0df45b604159c5b8ba5a9:SETTLED"],
  [
    "members in any order and spelling",
    DOCUMENTED,
    ` { "d\\u0061ta":{"transaction":{"status":"S","id":"1"}},"event":"e"} `,
    "e:1:S",
  ],
  ["an unknown event", DOCUMENTED, transaction("new.event", "1", "S"), "new.event:1:S"],
  [
    "a legacy event, one status",
    DOCUMENTED,
    transaction("transaction.status_changed", "1", "CAPTURED"),
    "transaction.status_changed:1:CAPTURED",
  ],
  [
    "a legacy event, the next status",
    DOCUMENTED,
    transaction("transaction.status_changed", "1", "FAILED"),
    "transaction.status_changed:1:FAILED",
  ],
  ["a colon in an id", ESCAPED, transaction("e", "a:b", "S"), "e:a%3Ab:S"],
  ["a colon in a status", ESCAPED, transaction("e", "a", "b:S"), "e:a:b%3AS"],
  ["a colon in an event", ESCAPED, transaction("e:a", "b", "S"), "e%3Aa:b:S"],
  ["a percent sign", ESCAPED, transaction("100%", "%3A", "%"), "100%25:%253A:%25"],
  ["empty parts", ESCAPED, transaction("", "", ""), "::"],
  ["other characters stay", ESCAPED, transaction("\u00e9", "a b/\u{1f600}", "\n"), "\u00e9:a b/\u{1f600}:\n"],
  ["an escaped colon is a colon", ESCAPED, transaction("e", "a:b", "T").replace(":b", "\\u003ab"), "e:a%3Ab:T"],
  [
    "a customer",
    CUSTOMERS,
    customer("c", "FULL", "2026-04-17T15:30:00Z"),
    "customer.levelChanged:c:FULL:2026-04-17T15%3A30%3A00Z",
  ],
  ["a customer, no timestamp", CUSTOMERS, customer("c", "FULL"), "customer.levelChanged:c:FULL:%"],
  ["a customer, no level", CUSTOMERS, customer("c", undefined, "t"), "customer.levelChanged:c:%:t"],
  ["a customer, neither", CUSTOMERS, customer("c"), "customer.levelChanged:c:%:%"],
  ["a customer whose level is a percent sign", CUSTOMERS, customer("c", "%", "t"), "customer.levelChanged:c:%25:t"],
  ["a customer whose level is empty", CUSTOMERS, customer("c", "", "t"), "customer.levelChanged:c::t"],
  [
    "a customer under data",
    CUSTOMERS,
    JSON.stringify({ event: "customer.levelChanged", data: { customer: { id: "c", operationLevel: "BASIC" } } }),
    "customer.levelChanged:c:BASIC:%",
  ],
  ["a customer, null for a level", NULL, customer("c", null, "t"), "customer.levelChanged:c:%:t"],
  ["a customer, null for a timestamp", NULL, customer("c", "FULL", null), "customer.levelChanged:c:FULL:%"],
  ["an onboarding, null for its id", NULL, onboarding("E", { onboardingId: null, customerId: "c", status: "S" }), "E:c:S"],
  [
    "an onboarding",
    ONBOARDINGS,
    onboarding("CUSTOMER_KYC_STARTED", { onboardingId: "o", customerId: "c", status: "PENDING" }),
    "CUSTOMER_KYC_STARTED:o:PENDING",
  ],
  [
    "an onboarding by its customer",
    ONBOARDINGS,
    onboarding("CUSTOMER_KYC_STARTED", { customerId: "c", status: "PENDING" }),
    "CUSTOMER_KYC_STARTED:c:PENDING",
  ],
  [
    "a business onboarding",
    "Connect Financial, KYB guide: onboardingId or businessOnboardingId",
    onboarding("CUSTOMER_KYB_FINISHED", { customerId: "c", businessOnboardingId: "b", status: "APPROVED" }),
    "CUSTOMER_KYB_FINISHED:b:APPROVED",
  ],
  [
    "an onboarding in a notification",
    ONBOARDINGS,
    JSON.stringify({ type: "CUSTOMER_KYC_ERROR", data: { onboardingId: "o", status: "ERROR" }, traceId: "t" }),
    "CUSTOMER_KYC_ERROR:o:ERROR",
  ],
  [
    "a customer's event that has a transaction too",
    CUSTOMERS,
    withBoth("customer.levelChanged"),
    "customer.levelChanged:c:FULL:%",
  ],
  ["a payment's event that has a customer too", DOCUMENTED, withBoth("payment.settled"), "payment.settled:t:S"],
  [
    "a payment's event that has two customers too",
    DOCUMENTED,
    withTwo("payment.settled", "customer"),
    "payment.settled:t:S",
  ],
  [
    "a customer's event that has two transactions too",
    CUSTOMERS,
    withTwo("customer.levelChanged", "transaction"),
    "customer.levelChanged:c:FULL:%",
  ],
];

/** Those that only their content identifies: name, signed text, the event as it stands in a key. */
const CONTENTS = [
  ["nothing at all", "{}", "%"],
  ["an event alone", '{"event":"ping"}', "ping"],
  ["an event with a colon alone", '{"event":"a:b"}', "a%3Ab"],
  ["an empty event", '{"event":""}', ""],
  ["an event that is no string", '{"event":1,"data":{"transaction":{"id":"a","status":"S"}}}', "%"],
  ["an event with a lone surrogate", '{"event":"\\ud800","data":{"transaction":{"id":"a","status":"S"}}}', "%"],
  ["a transaction without an id", '{"event":"e","data":{"transaction":{"status":"S"}}}', "e"],
  ["a transaction without a status", '{"event":"e","data":{"transaction":{"id":"a"}}}', "e"],
  ["an id that is a number", '{"event":"e","data":{"transaction":{"id":1,"status":"S"}}}', "e"],
  ["an id that is null", '{"event":"e","data":{"transaction":{"id":null,"status":"S"}}}', "e"],
  ["an id that is an object", '{"event":"e","data":{"transaction":{"id":{"$oid":"a"},"status":"S"}}}', "e"],
  ["a status that is null", '{"event":"e","data":{"transaction":{"id":"a","status":null}}}', "e"],
  ["an id with a lone surrogate", '{"event":"e","data":{"transaction":{"id":"a\\ud800","status":"S"}}}', "e"],
  [
    "two transactions, of which neither is certain",
    '{"event":"e","transaction":{"id":"a","status":"S"},"data":{"transaction":{"id":"b","status":"S"}}}',
    "e",
  ],
  ["a transaction that is a string", '{"event":"e","data":{"transaction":"a"}}', "e"],
  [
    "a customer without an id",
    '{"eventType":"customer.levelChanged","customer":{"operationLevel":"FULL"}}',
    "customer.levelChanged",
  ],
  [
    "a customer's level that is a number",
    '{"eventType":"customer.levelChanged","customer":{"id":"c","operationLevel":2}}',
    "customer.levelChanged",
  ],
  [
    "a timestamp that is a number",
    '{"eventType":"customer.levelChanged","timestamp":1,"customer":{"id":"c","operationLevel":"FULL"}}',
    "customer.levelChanged",
  ],
  ["an onboarding without a status", '{"eventType":"CUSTOMER_KYC_STARTED","data":{"onboardingId":"o"}}', "CUSTOMER_KYC_STARTED"],
  [
    "another notification",
    '{"type":"DEPOSIT_TRANSACTION_SUCCEEDED","data":{"transactionId":"t"},"traceId":"1"}',
    "DEPOSIT_TRANSACTION_SUCCEEDED",
  ],
];

/** Texts that must not share a key. */
const DISTINCT = [
  ["a colon moved between parts", transaction("e", "a:b", "c"), transaction("e", "a", "b:c")],
  ["a colon moved out of the event", transaction("e:a", "b", "c"), transaction("e", "a:b", "c")],
  ["a colon and its escape", transaction("e", "a:b", "c"), transaction("e", "a%3Ab", "c")],
  ["absent and empty", customer("c", undefined, "t"), customer("c", "", "t")],
  ["absent and a percent sign", customer("c", undefined, "t"), customer("c", "%", "t")],
  ["absent and an escaped percent sign", customer("c", undefined, "t"), customer("c", "%25", "t")],
  ["two changes of one customer", customer("c", "BASIC", "1"), customer("c", "FULL", "2")],
  ["one level at two times", customer("c", "FULL", "1"), customer("c", "FULL", "2")],
  ["two statuses of one transaction", transaction("e", "1", "RECEIVED"), transaction("e", "1", "SETTLED")],
  ["a string and a number", transaction("e", "1", "S"), transaction("e", 1, "S")],
  ["two numbers", transaction("e", 1, "S"), transaction("e", 2, "S")],
  ["two lone surrogates", transaction("e", "\ud800", "S"), transaction("e", "\ud801", "S")],
  ["a content key and a transaction that imitates it", "{}", transaction("%", "%sha256", contentKey("", "{}").slice(9))],
  ["two spellings of what its content identifies", '{"event":"ping"}', '{"event":"ping" }'],
];

/** Texts that must share one. */
const SAME = [
  ["white space and order", transaction("e", "1", "S"), '{ "data": {"transaction":{"status":"S","id":"1"}}, "event": "e" }'],
  ["escapes", transaction("e", "a", "S"), transaction("e", "a", "S").replace('"a"', '"\\u0061"')],
  ["members that identify nothing", transaction("e", "1", "S"), transaction("e", "1", "S").replace('"id"', '"retry":2,"id"')],
];

export function idempotency() {
  return [
    ...KEYS.map(([name, source, signedText, idempotencyKey]) => ({ name, source, signedText, idempotencyKey })),
    ...CONTENTS.map(([name, signedText, event]) => {
      return { name: `by content: ${name}`, source: CONTENT, signedText, idempotencyKey: contentKey(event, signedText) };
    }),
    ...DISTINCT.map(([name, ...distinct]) => ({ name: `distinct: ${name}`, source: INJECTIVE, distinct })),
    ...SAME.map(([name, ...same]) => ({ name: `same: ${name}`, source: DOCUMENTED, same })),
  ];
}
