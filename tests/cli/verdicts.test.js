// One verdict everywhere: every vector of verification, through the command line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf } from "../js/conformance/vector.js";
import { gate, vectors } from "./command.js";

/** As many processes at once. */
const LANES = 4;

// What an option of the command line can say; the rest has no body, no key, or no text to say it in.
const all = [...vectors("delivery"), ...vectors("refused"), ...vectors("attack")].filter(
  ({ options, header, javascript, code }) =>
    javascript === undefined &&
    (header === undefined || typeof header === "string") &&
    [options.forms, options.scopes].every((names) => names === undefined || names.length === 1) &&
    keysOf(options).every(isVariable) &&
    // The command makes the ids itself.
    !(code === "invalid_options" && keysOf(options).some(({ id }) => id !== undefined)),
);

test("every vector has the core's verdict", { concurrency: LANES }, async (t) => {
  assert.ok(all.length > 320, `${all.length} vectors`);
  await Promise.all(all.map((vector) => t.test(vector.name, () => holds(vector))));
});

async function holds(vector) {
  const keys = keysOf(vector.options);
  const env = Object.fromEntries(keys.map(({ secret }, at) => [`KEY_${at}`, secret]));
  const { code, stdout, stderr } = await gate(["verify", "--json", "--exact", ...argumentsOf(vector, env)], {
    input: bodyOf(vector),
    env,
  });
  const answer = JSON.parse(stdout);
  assert.equal(stderr, "");
  if (vector.code !== undefined) {
    const isUsage = vector.status === 500;
    assert.deepEqual(
      [code, answer.ok, answer.error.code],
      [isUsage ? 2 : 1, false, isUsage ? "usage" : vector.code],
    );
    return;
  }
  assert.deepEqual([code, answer.ok], [0, true]);
  const { keyId, signedText, ...expect } = vector.expect;
  for (const [name, value] of Object.entries(expect)) assert.deepEqual(answer.delivery[name], value, name);
  if (signedText !== undefined) {
    const text = bodyOf({ body: signedText });
    assert.equal(answer.delivery.signedText, text);
    // As JSON prints it: minus zero is a zero there.
    assert.deepEqual(answer.delivery.payload, JSON.parse(JSON.stringify(JSON.parse(text))));
  }
  if (keyId !== undefined) {
    assert.equal(
      answer.delivery.keyId,
      `KEY_${keys.findIndex(({ id }, at) => (id ?? String(at)) === keyId)}`,
    );
  }
}

function argumentsOf({ options, header }, env) {
  const { dialect, forms, scopes, maxBodyBytes } = options;
  const named = { dialect, form: forms?.[0], scope: scopes?.[0], "max-body-bytes": maxBodyBytes };
  return [
    ...Object.keys(env).map((name) => `--secret-env=${name}`),
    ...Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
    ...(header === undefined ? [] : [`--header=X-Webhook-Signature: ${header}`]),
  ];
}

function keysOf({ keys = [] }) {
  return [keys].flat().map((key) => (typeof key === "object" ? key : { secret: key }));
}

/** Variables hold text without NUL, and the command refuses an empty one. */
function isVariable({ secret }) {
  return typeof secret === "string" && secret !== "" && !secret.includes("\0");
}
