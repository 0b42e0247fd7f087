// What the local gate is given: a token of its own, kept between starts, and the provider's sandbox secret.

import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret of the provider's own sample. Everybody knows it: outside `npm start` the gate refuses it. */
const SANDBOX_SECRET = "WEBHOOK_SECRET";

export function prepareSettings(directory, env = process.env) {
  const own = env.CONOMY_WEBHOOK_SECRETS;
  const secrets = own || JSON.stringify({ sandbox: SANDBOX_SECRET });
  const token = keptToken(join(directory, "api-token"));
  const envFile = join(directory, "gate.env");
  const values = {
    CONOMY_WEBHOOK_SECRETS: secrets,
    GATE_API_TOKEN: token,
    GATE_ENVIRONMENT: "local",
    GATE_SANDBOX: "local",
  };
  writePrivately(envFile, `${Object.entries(values).map(quoted).join("\n")}\n`);
  return {
    directory,
    envFile,
    token,
    signingSecret: firstSecret(secrets),
    sandboxSecret: own ? null : SANDBOX_SECRET,
  };
}

function keptToken(path) {
  try {
    const kept = readFileSync(path, "utf8").trim();
    if (kept !== "") return kept;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  const token = randomBytes(24).toString("base64url");
  writePrivately(path, `${token}\n`);
  return token;
}

function writePrivately(path, text) {
  writeFileSync(path, text, { mode: 0o600 });
  chmodSync(path, 0o600); // the mode above counts only for a new file
}

/** One line of an env file. Single quotes keep everything as it is, but cannot hold themselves. */
function quoted([name, value]) {
  if (/['\r\n]/.test(value))
    throw new Error(`${name} may hold neither a single quote nor a line break here.`);
  return `${name}='${value}'`;
}

/** The key that signs the banner's sample: the first, as in worker/src/settings.ts. What cannot be read is not shown. */
function firstSecret(secrets) {
  if (!secrets.trimStart().startsWith("{")) return secrets;
  let values = [];
  try {
    values = Object.values(JSON.parse(secrets));
  } catch {
    // said below
  }
  if (values.length === 0 || !values.every((secret) => typeof secret === "string" && secret !== ""))
    throw new Error(
      'CONOMY_WEBHOOK_SECRETS starts with "{" but is not a JSON object of non-empty strings: {"id": "secret"}.',
    );
  return values[0];
}
