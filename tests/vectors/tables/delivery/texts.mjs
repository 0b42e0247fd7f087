// What JSON can spell in more than one way: numbers, strings, names, and the order of members.

import { contentKey, expanded, hmac, last, parts, reserialized, SECRET } from "../signer.mjs";

const WIRE = "ours: wire form keeps the sender's text";
const PRINTED = "ECMA-262, JSON.stringify; executed in Node";
const EVENT = { event: "e", known: false, subject: [null, null, null] };

/** A value under `data`, signed as received, or as Node prints it. */
function spelled(name, value, uses = ["wire", "reserialized"]) {
  const received = `{"event":"e","data":${value}}`;
  return uses.map((form) => {
    const signedText = form === "wire" ? received : reserialized(received);
    if (form === "reserialized" && signedText === received) throw new Error(`${name}: both forms are one text`);
    return {
      name: `${name}, ${form}`,
      source: form === "wire" ? WIRE : PRINTED,
      body: last(received, hmac(signedText)),
      form,
      ...EVENT,
      idempotencyKey: contentKey("e", signedText),
      signedText,
    };
  });
}

/** A value under `data` that is too long to write out. */
function long(name, source, data, options) {
  const signedText = parts('{"event":"e","data":', ...data, "}");
  const text = expanded(signedText);
  return {
    name,
    source,
    ...(options === undefined ? {} : { options }),
    body: parts('{"event":"e","data":', ...data, `,"signature":"${hmac(text)}"}`),
    ...EVENT,
    idempotencyKey: contentKey("e", text),
    signedText,
  };
}

const NUMBERS = [
  ["1.0", "1.0"],
  ["an exponent", "[1e3,1E3,1e+3,1e-3,100e-2]"],
  ["minus zero", "[-0,-0.0,-0e9]"],
  ["a number beyond every double", "[1e400,-1e400]"],
  ["a number below every double", "[1e-400,-1e-400]"],
  ["integers beyond 2^53", "[9007199254740993,-9007199254740993,12345678901234567890]"],
  ["where exponents begin", "[100000000000000000000.0,1000000000000000000000,0.000001,0.0000001]"],
  ["more digits than a double has", "[0.1000000000000000055511151231257827,2.50,1.7976931348623157e308,5e-324,3e-324]"],
];

const STRINGS = [
  ["a lone high surrogate", '"\\uD800"'],
  ["a lone low surrogate", '["\\uDC00\\uD800","a\\uDFFFb"]'],
  ["a surrogate pair escaped", '"\\uD83D\\uDE00"'],
  ["U+2028 and U+2029 escaped", '"\\u2028\\u2029"'],
  ["a slash escaped", '"https:\\/\\/example.com"'],
  ["control characters escaped by number", '"\\u0008\\u000c\\u000a\\u000d\\u0009"'],
  ["what needs no escape escaped", '"\\u007f\\u00e9\\u003c\\u0022\\u005c"'],
];

/** Text that has one spelling only, so that both forms are it. */
const PLAIN = [
  ["a lone surrogate in lower case", '"\\ud800"'],
  ["U+2028 and U+2029", '"\u2028\u2029"'],
  ["astral characters", '"\u{1f600}\u{1f468}\u200d\u{1f469}\u{10ffff}"'],
  ["control characters", '"\\u0000\\u001f\\b\\f\\n\\r\\t"'],
  ["characters that others escape", '"<>&\'\u007f\u0080\u00a0\ufeff\uffff"'],
  ["composed and decomposed names", '{"\u00e9":"NFC","e\u0301":"NFD"}'],
  ["a member named __proto__", '{"__proto__":{"admin":true},"constructor":{"prototype":1}}'],
  ["one name in two objects", '[{"id":1},{"id":2,"in":{"id":3}}]'],
  ["names that differ in case", '{"id":1,"ID":2,"Id":3,"":4," ":5}'],
  ["empty values", '[{},[],"",null,[[]],[{}]]'],
];

const NAMES = [
  ["integer-like names", '{"b":1,"10":2,"9":3,"0":4,"a":5}'],
  [
    "integer-like names around 2^32 - 1",
    '{"b":0,"4294967295":1,"4294967294":2,"4294967296":3,"01":4,"-1":5,"1.0":6,"+2":7,"7":8}',
  ],
  ["integer-like names deep inside", '[{"x":{"2":[{"b":0,"1":0}],"1":0}}]'],
  ["integer-like names written with escapes", '{"b":1,"\\u0031":2}'],
];

export function texts() {
  return [
    ...[...NUMBERS, ...STRINGS, ...NAMES].flatMap(([name, value]) => spelled(name, value)),
    ...PLAIN.flatMap(([name, value]) => spelled(name, value, ["wire"])),
    ...spelled("white space inside", '{ "a" :\t[ 1 ,\r\n2 ] }'),
    long("128 levels, the body's own among them", "ours: 128 levels are allowed", [
      ["[", 127],
      ["]", 127],
    ]),
    long("20,000 members and elements", "ours: 20,000 are allowed, event, data and signature among them", [
      "[",
      ["0,", 19_996],
      "0]",
    ]),
    long("262,102 bytes", "ours: 262,144 are allowed", ['"', ["\u00e9", 131_000], '"']),
    long("10 MB where that is allowed", "ours: maxBodyBytes is the caller's", ['"', ["0123456789", 1_000_000], '"'], {
      keys: [SECRET],
      maxBodyBytes: 11_000_000,
    }),
  ];
}
