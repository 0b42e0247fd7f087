// The verifier that verify and explain share, out of their options.
import { createVerifier } from "../inline.js";
import { oneOf, wholeNumber } from "./arguments.js";
import { secrets } from "./secrets.js";
import { UsageError } from "./usage-error.js";

/** The verifier, the headers, and notes on what was cut from secrets. */
export async function verifierOf(values) {
  const form = oneOf(values, "form", ["wire", "reserialized"]);
  const scope = oneOf(values, "scope", ["whole-body", "event-data"]);
  const dialect = oneOf(values, "dialect", ["auto", "body", "header"]);
  const maxBodyBytes = wholeNumber(values, "max-body-bytes");
  const headers = (values.header ?? []).map(header);
  const { keys, notes } = await secrets(values);
  const options = {
    keys,
    dialect,
    maxBodyBytes,
    forms: form && [form],
    scopes: scope && [scope],
  };
  try {
    return { verifier: createVerifier(options), headers, notes };
  } catch (error) {
    throw error.code === "internal" ? error : new UsageError(error.message);
  }
}

export const HEADER_HINT = "where the signature came in a header, add it: --header 'X-Webhook-Signature: …'";

function header(line) {
  const colon = line.indexOf(":");
  if (colon > 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  throw new UsageError("--header takes 'NAME: VALUE', for instance --header 'X-Webhook-Signature: 8ebb…'");
}
