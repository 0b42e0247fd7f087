// Options that several commands share: how they are parsed, and what --help says of them.
import { UsageError } from "./usage-error.js";

/**
 * @typedef {object} Option
 * @property {"string" | "boolean"} type
 * @property {string} help
 * @property {string} [value] what stands for the value in --help
 * @property {string} [short]
 * @property {boolean} [multiple]
 */

/** @typedef {Record<string, Option>} Options */

/** @type {Options} */
export const COMMON = {
  json: { type: "boolean", help: "print JSON, for machines" },
  help: { type: "boolean", short: "h", help: "print this" },
};

/** @type {Options} */
export const SECRETS = {
  "secret-env": {
    type: "string",
    multiple: true,
    value: "NAME",
    help: "a variable with the secret; default CONOMY_WEBHOOK_SECRET; several while keys rotate",
  },
  "secret-file": {
    type: "string",
    multiple: true,
    value: "PATH",
    help: "a file with the secret; a newline at its end is not part of it",
  },
};

/** @type {Options} */
export const DELIVERY = {
  ...SECRETS,
  header: {
    type: "string",
    short: "H",
    multiple: true,
    value: "'NAME: VALUE'",
    help: "a header of the request, for signatures in X-Webhook-Signature",
  },
  dialect: {
    type: "string",
    value: "body|header",
    help: "accept a signature only in the body, or only in the header",
  },
  form: { type: "string", value: "FORM", help: "accept only wire, or only reserialized" },
  scope: { type: "string", value: "SCOPE", help: "accept only whole-body, or only event-data" },
  "max-body-bytes": { type: "string", value: "N", help: "the largest body; default 262144" },
};

/** @type {Options} */
export const PASTED = {
  exact: { type: "boolean", help: "read every byte as it is; cut nothing around the JSON" },
};

/** @type {Options} */
export const PERSON = {
  strategy: { type: "string", value: "CF_KYC|EXTERNAL", help: "who verifies the identity" },
  nationality: { type: "string", value: "CODE", help: "the customer's country, two or three letters" },
  "us-person": { type: "string", value: "yes|no", help: "whether the customer is a US person for tax" },
  "has-ip-address": {
    type: "string",
    value: "yes|no",
    help: "whether an IP address of the customer is on file",
  },
};

/** What `PERSON` gives the guidance. */
export function person(values) {
  return {
    strategy: values.strategy,
    nationality: values.nationality,
    usPerson: yesOrNo(values, "us-person"),
    hasIpAddress: yesOrNo(values, "has-ip-address"),
  };
}

/** The options as parseArgs takes them. @param {Options} options */
export function table(options) {
  const rows = Object.entries(options).map(([name, { type, short, multiple }]) => [
    name,
    { type, multiple: multiple ?? false, ...(short && { short }) },
  ]);
  return Object.fromEntries(rows);
}

export function wholeNumber(values, name) {
  const given = values[name];
  if (given === undefined) return undefined;
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new UsageError(`--${name} takes a whole number, and got ${JSON.stringify(given)}`);
}

export function oneOf(values, name, choices) {
  const given = values[name];
  if (given === undefined || choices.includes(given)) return given;
  throw new UsageError(`--${name} takes ${choices.join(" or ")}, and got ${JSON.stringify(given)}`);
}

function yesOrNo(values, name) {
  const given = oneOf(values, name, ["yes", "no"]);
  return given === undefined ? undefined : given === "yes";
}
