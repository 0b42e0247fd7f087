// Which event a delivery tells of, and of whom.

import { contentKey, hmac, last } from "../signer.mjs";

const REFERENCE = 'Conomy, "Webhooks" reference of the header dialect';
const UNKNOWN = 'Conomy, "Handling webhooks": unknown events are never an error';
const NO_TEXT = "ours: a member that is no text names nothing and hides no name, as in interpretKycEvent";
const NOBODY = [null, null, null];

/** A delivery of the header dialect. */
function inHeader(name, source, unsigned, expect) {
  const signedText = typeof unsigned === "string" ? unsigned : JSON.stringify(unsigned);
  return { name, source, header: hmac(signedText), body: signedText, dialect: "header", signedText, ...expect };
}

/** A delivery of the body dialect. */
function inBody(name, source, unsigned, expect) {
  const signedText = typeof unsigned === "string" ? unsigned : JSON.stringify(unsigned);
  return { name, source, body: last(signedText), signedText, ...expect };
}

/** A delivery that identifies nothing: its content has to do. */
function unidentified(name, source, signedText, event, keyed, subject = NOBODY) {
  const expect = { event, known: false, subject, idempotencyKey: contentKey(keyed, signedText) };
  return inBody(name, source, signedText, expect);
}

const PAYMENT = {
  eventType: "payment.settled",
  timestamp: "2026-04-17T15:30:00Z",
  transaction: {
    id: "69e0df45b604159c5b8ba5a9",
    externalId: "bm_abc-123",
    status: "SETTLED",
    totalAmount: "2000.00",
    currency: "ARS",
    type: "LOCAL_DEPOSIT",
    parentPaymentId: null,
    relatedPaymentId: null,
    customerId: "69e25243baa9fd9b463d6bac",
    settledAt: "2026-04-17T15:30:00Z",
    expiredAt: null,
    unsettledAt: null,
    unsettledReason: null,
    settlementBatchId: "settlement-ARS-1744889400",
    documentationStatus: null,
  },
  identity: { id: "69e2", email: "ana@example.com" },
};

const REFUND = {
  ...PAYMENT,
  eventType: "payment.refund.settled",
  transaction: { ...PAYMENT.transaction, id: "69ff", type: "REFUND", parentPaymentId: "69e0df45b604159c5b8ba5a9" },
};

const CUSTOMER = {
  eventType: "customer.levelChanged",
  timestamp: "2026-04-17T15:30:00Z",
  customer: { id: "69e25243baa9fd9b463d6bac", operationLevel: "FULL", autoCreated: false, documentsCount: 1 },
};

const ONBOARDING = { customerId: "cus_1", onboardingId: "onb_1", status: "APPROVED" };

export function envelopes() {
  const customer = ["customer", "69e25243baa9fd9b463d6bac", "FULL"];
  const onboarding = { subject: ["onboarding", "onb_1", "APPROVED"] };
  const settled = {
    event: "payment.settled",
    subject: ["transaction", "t1", "S"],
    idempotencyKey: "payment.settled:t1:S",
  };
  const TRANSACTION = { id: "t1", status: "S" };
  return [
    inHeader("a payment with every documented member", REFERENCE, PAYMENT, {
      event: "payment.settled",
      subject: ["transaction", "69e0df45b604159c5b8ba5a9", "SETTLED"],
      idempotencyKey: "payment.settled:69e0df45b604159c5b8ba5a9:SETTLED",
    }),
    inHeader("a refund is a transaction of its own", REFERENCE, REFUND, {
      event: "payment.refund.settled",
      subject: ["transaction", "69ff", "SETTLED"],
      idempotencyKey: "payment.refund.settled:69ff:SETTLED",
    }),
    inHeader("a customer's level", REFERENCE, CUSTOMER, {
      event: "customer.levelChanged",
      subject: customer,
      idempotencyKey: "customer.levelChanged:69e25243baa9fd9b463d6bac:FULL:2026-04-17T15%3A30%3A00Z",
    }),
    inHeader(
      "a customer's level without a timestamp",
      REFERENCE,
      { ...CUSTOMER, timestamp: undefined },
      {
        event: "customer.levelChanged",
        subject: customer,
        idempotencyKey: "customer.levelChanged:69e25243baa9fd9b463d6bac:FULL:%",
      },
    ),
    inBody("an eventType in the body dialect, whole-body", "ours: the dialects do not decide the envelope", PAYMENT, {
      event: "payment.settled",
      subject: ["transaction", "69e0df45b604159c5b8ba5a9", "SETTLED"],
      idempotencyKey: "payment.settled:69e0df45b604159c5b8ba5a9:SETTLED",
    }),
    inBody(
      "an event's name that is escaped",
      "ours: a string is what it stands for",
      '{"event":"Transaction.C\\u0061ptured","data":{"transaction":{"id":"\\u0061","status":"CAPTURED"}}}',
      { subject: ["transaction", "a", "CAPTURED"], idempotencyKey: "Transaction.Captured:a:CAPTURED" },
    ),
    inBody(
      "an unknown event about a transaction",
      UNKNOWN,
      { event: "payment.teleported", data: { transaction: { id: "67a0", status: "GONE" } } },
      {
        event: "payment.teleported",
        known: false,
        subject: ["transaction", "67a0", "GONE"],
        idempotencyKey: "payment.teleported:67a0:GONE",
      },
    ),
    inBody(
      "a known event in another case is an unknown one",
      UNKNOWN,
      { event: "transaction.captured", data: { transaction: { id: "67a0", status: "CAPTURED" } } },
      {
        event: "transaction.captured",
        known: false,
        subject: ["transaction", "67a0", "CAPTURED"],
        idempotencyKey: "transaction.captured:67a0:CAPTURED",
      },
    ),
    inHeader(
      "an onboarding, eventType with data",
      'Connect Financial, "KYC compliance flow": eventType and data, signed as by the header dialect',
      { eventType: "CUSTOMER_KYC_FINISHED", data: ONBOARDING },
      { event: "CUSTOMER_KYC_FINISHED", ...onboarding, idempotencyKey: "CUSTOMER_KYC_FINISHED:onb_1:APPROVED" },
    ),
    inHeader(
      "an onboarding, type with data and traceId",
      "Connect Financial, webhook notification payloads: type, data, traceId, signed as by the header dialect",
      { type: "CUSTOMER_KYC_FINISHED", data: ONBOARDING, traceId: "t-1" },
      { event: "CUSTOMER_KYC_FINISHED", ...onboarding, idempotencyKey: "CUSTOMER_KYC_FINISHED:onb_1:APPROVED" },
    ),
    inHeader(
      "an onboarding, the event in its other spelling",
      'Connect Financial, "KYC compliance flow", phase 3: the diagrams say _DONE where the table says _COMPLETED',
      { eventType: "CUSTOMER_KYC_SDK_FLOW_DONE", data: ONBOARDING },
      {
        event: "CUSTOMER_KYC_SDK_FLOW_DONE",
        ...onboarding,
        idempotencyKey: "CUSTOMER_KYC_SDK_FLOW_DONE:onb_1:APPROVED",
      },
    ),
    inHeader(
      "an onboarding, an event that the guide does not list",
      "ours: known is what the provider documents",
      { eventType: "CUSTOMER_KYC_TELEPORTED", data: ONBOARDING },
      {
        event: "CUSTOMER_KYC_TELEPORTED",
        ...onboarding,
        known: false,
        idempotencyKey: "CUSTOMER_KYC_TELEPORTED:onb_1:APPROVED",
      },
    ),
    inHeader(
      "an eventType beside an event that is null",
      NO_TEXT,
      { event: null, eventType: "payment.settled", transaction: TRANSACTION },
      settled,
    ),
    inHeader(
      "an eventType beside an event that is a number",
      NO_TEXT,
      { event: 5, eventType: "payment.settled", transaction: TRANSACTION },
      settled,
    ),
    inHeader(
      "an eventType beside half of a surrogate pair",
      NO_TEXT,
      '{"event":"\\ud800","eventType":"payment.settled","transaction":{"id":"t1","status":"S"}}',
      settled,
    ),
    inHeader(
      "a type beside two that are no text",
      NO_TEXT,
      { event: null, eventType: {}, type: "CUSTOMER_KYC_FINISHED", data: ONBOARDING },
      { event: "CUSTOMER_KYC_FINISHED", ...onboarding, idempotencyKey: "CUSTOMER_KYC_FINISHED:onb_1:APPROVED" },
    ),
    inHeader(
      "an event behind an eventType of another name",
      "ours: event comes first",
      { eventType: "payment.expired", event: "payment.settled", transaction: TRANSACTION },
      settled,
    ),
    unidentified("an unknown event about nothing known", UNKNOWN, '{"event":"ping","data":{"n":1}}', "ping", "ping"),
    unidentified("no event at all", UNKNOWN, '{"hello":"world"}', null, "%"),
    unidentified("an event that is a number", UNKNOWN, '{"event":5,"data":{}}', null, "%"),
    unidentified("an event that is null", UNKNOWN, '{"event":null,"data":null}', null, "%"),
    unidentified("an event that is an object", UNKNOWN, '{"event":{"name":"x"},"data":[]}', null, "%"),
    unidentified("an event without letters", UNKNOWN, '{"event":"","data":{}}', "", ""),
    unidentified("data that is no object", UNKNOWN, '{"event":"ping","data":"transaction"}', "ping", "ping"),
    unidentified(
      "an id that is a number",
      "ours: an identifying member that is no well-formed string gives a content key",
      '{"event":"ping","data":{"transaction":{"id":7,"status":"S"}}}',
      "ping",
      "ping",
      ["transaction", null, "S"],
    ),
    unidentified(
      "a transaction without a status",
      "ours: the key needs all three as strings",
      '{"event":"ping","data":{"transaction":{"id":"7"}}}',
      "ping",
      "ping",
      ["transaction", "7", null],
    ),
  ];
}
