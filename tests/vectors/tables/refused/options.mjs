// Verifiers that there cannot be. `javascript` marks what only a language without types can say.

import { last, SAMPLE, SECRET } from "../signer.mjs";

const KEYS = "ours: one to eight keys, each with an id of its own";
const NAMES = "ours: dialects, forms and scopes have names";
const BYTES = "ours: maxBodyBytes is an integer from 1 to 33,554,432";

const many = (count) => Array.from({ length: count }, (_, at) => `secret ${at}`);

const ROWS = [
  ["no keys", KEYS, { keys: [] }, "no_keys"],
  ["an empty secret", KEYS, { keys: [""] }, "secret_empty"],
  ["an empty secret among others", KEYS, { keys: [SECRET, { id: "b", secret: "" }] }, "secret_empty"],
  ["nine keys", KEYS, { keys: many(9) }, "too_many_keys"],
  ["a hundred keys", KEYS, { keys: many(100) }, "too_many_keys"],
  [
    "one id twice",
    KEYS,
    {
      keys: [
        { id: "a", secret: "1" },
        { id: "a", secret: "2" },
      ],
    },
    "invalid_options",
  ],
  ["an id that is another's position", KEYS, { keys: [{ id: "1", secret: "1" }, "2"] }, "invalid_options"],
  ["no forms", NAMES, { keys: [SECRET], forms: [] }, "invalid_options"],
  ["no scopes", NAMES, { keys: [SECRET], scopes: [] }, "invalid_options"],
  ["the header dialect's scope", NAMES, { keys: [SECRET], scopes: ["raw"] }, "invalid_options"],
  ["the header dialect's scope among others", NAMES, { keys: [SECRET], scopes: ["whole-body", "raw"] }, "invalid_options"],
  ["no bytes", BYTES, { keys: [SECRET], maxBodyBytes: 0 }, "invalid_options"],
  ["a byte too many", BYTES, { keys: [SECRET], maxBodyBytes: 33_554_433 }, "invalid_options"],
];

const JAVASCRIPT = [
  ["no keys member", KEYS, {}, "no_keys"],
  ["null for keys", KEYS, { keys: null }, "no_keys"],
  ["a number for a key", KEYS, { keys: [1] }, "invalid_options"],
  ["null for a key", KEYS, { keys: [null] }, "invalid_options"],
  ["a key without a secret", KEYS, { keys: [{ id: "a" }] }, "invalid_options"],
  ["a number for a secret", KEYS, { keys: { secret: 12345 } }, "invalid_options"],
  ["a number for an id", KEYS, { keys: { id: 1, secret: "a" } }, "invalid_options"],
  ["an unknown dialect", NAMES, { keys: [SECRET], dialect: "cookie" }, "invalid_options"],
  ["a dialect in another case", NAMES, { keys: [SECRET], dialect: "Body" }, "invalid_options"],
  ["a number for a dialect", NAMES, { keys: [SECRET], dialect: 1 }, "invalid_options"],
  ["an unknown form", NAMES, { keys: [SECRET], forms: ["wire", "sorted"] }, "invalid_options"],
  ["an unknown scope", NAMES, { keys: [SECRET], scopes: ["everything"] }, "invalid_options"],
  ["a string for forms", NAMES, { keys: [SECRET], forms: "wire" }, "invalid_options"],
  ["a number for scopes", NAMES, { keys: [SECRET], scopes: 1 }, "invalid_options"],
  ["fewer than no bytes", BYTES, { keys: [SECRET], maxBodyBytes: -1 }, "invalid_options"],
  ["half a byte", BYTES, { keys: [SECRET], maxBodyBytes: 1000.5 }, "invalid_options"],
  ["2^32 + 1000 bytes", BYTES, { keys: [SECRET], maxBodyBytes: 4_294_968_296 }, "invalid_options"],
  ["a string for bytes", BYTES, { keys: [SECRET], maxBodyBytes: "1000" }, "invalid_options"],
];

export function options() {
  const body = last(SAMPLE);
  return [
    ...ROWS.map(([name, source, options, code]) => ({ name: `options: ${name}`, source, options, body, code })),
    ...JAVASCRIPT.map(([name, source, options, code]) => {
      return { name: `options: ${name}`, source, javascript: true, options, body, code };
    }),
  ];
}
