// Names that stand twice in one object: which value counts depends on the reader, so no key makes them a delivery.

import { hmac, last, parts, SAMPLE } from "../signer.mjs";

const SOURCE = "ours: a duplicate member name after unescaping is ambiguous";
const NINE = "abcdefghi"
  .split("")
  .map((name) => `"${name}":1`)
  .join();

/** Objects with one name twice. */
const OBJECTS = {
  "signature twice, both right": last(last(SAMPLE), hmac(SAMPLE)),
  "signature twice, the first right": last(last(SAMPLE), "0".repeat(64)),
  "signature twice, the last right": last(last(SAMPLE, "0".repeat(64)), hmac(SAMPLE)),
  "signature twice, one escaped": last(last(SAMPLE).replace("signature", "sign\\u0061ture"), hmac(SAMPLE)),
  "a member twice with the same value": '{"event":"e","event":"e"}',
  "deep inside": '{"data":{"list":[1,{"a":{"id":1,"id":2}}]}}',
  "in an object inside an array inside an array": '{"data":[[{"a":1,"a":1}]]}',
  "an escaped letter": '{"id":1,"\\u0069d":2}',
  "both escaped, in different cases": '{"\\u00e9":1,"\\u00E9":2}',
  "a slash, once escaped": '{"a/b":1,"a\\/b":2}',
  "a newline in two spellings": '{"\\n":1,"\\u000a":2}',
  "a surrogate pair and its character": '{"\\ud83d\\ude00":1,"\u{1f600}":2}',
  "a lone surrogate in two cases": '{"\\uD800":1,"\\ud800":2}',
  "empty names": '{"":1,"":2}',
  __proto__: '{"__proto__":1,"__proto__":2}',
  "the tenth of ten": `{${NINE},"a":2}`,
  "the last two of ten": `{${NINE},"i":2}`,
  "the tenth of ten, escaped": `{${NINE},"\\u0065":2}`,
  "behind white space": '{ "a" : 1 , "a" : 2 }',
  "before the object's end is reached by other names": '{"a":1,"b":{"c":1},"a":2,"d":3}',
};

export function duplicates() {
  const header = '{"eventType":"e","eventType":"e"}';
  return [
    ...Object.entries(OBJECTS).map(([name, body]) => ({
      name: `twice: ${name}`,
      source: SOURCE,
      body,
      code: "duplicate_member",
    })),
    ...Object.entries(OBJECTS).map(([name, body]) => {
      return {
        name: `twice, and signed in the header: ${name}`,
        source: SOURCE,
        header: hmac(body),
        body,
        code: "duplicate_member",
      };
    }),
    { name: "twice, and signed in the body", source: SOURCE, body: last(header), code: "duplicate_member" },
    { name: "twice among 2,000", source: SOURCE, body: manyNames(), code: "duplicate_member" },
  ];
}

/** Enough names to be sorted; the first stands again at the end. */
function manyNames() {
  const names = Array.from({ length: 2_000 }, (_, at) => `"${at.toString(26)}x":0,`);
  return parts(`{${names.join("")}"0x":1}`);
}
