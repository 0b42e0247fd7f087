// Bodies that are not one JSON object, or over a limit.

import { bytes, hmac, last, parts, SAMPLE } from "../signer.mjs";

const JSON_TEXT = "RFC 8259";
const OBJECT = "ours: a delivery is one JSON object";
const UTF_8 = "ours: UTF-8 without replacement";
const LIMITS = "ours: 256 KiB, 128 levels, 20,000 members and elements";

const NOT_JSON = {
  "white space only": " \r\n\t",
  "a word": "hello",
  "a form": "payload=%7B%22event%22%3A%22e%22%7D",
  "an object printed by String()": "[object Object]",
  "an object that does not close": '{"event":"e"',
  "an array that does not close": "[1,",
  "a string that does not close": '{"event":"e',
  "the sample cut short": last(SAMPLE).slice(0, 100),
  "a comma at the end": '{"event":"e",}',
  "a comma too many": '{"event":"e",,"data":1}',
  "no comma": '{"event":"e" "data":1}',
  "no colon": '{"event" "e"}',
  "no value": '{"event":}',
  "a name without quotes": '{event:"e"}',
  "single quotes": "{'event':'e'}",
  "a number as a name": '{1:"e"}',
  "something behind the object": '{"event":"e"}x',
  "two objects": "{}{}",
  "two lines of objects": "{}\n{}",
  "a brace too many": "{}}",
  "a leading zero": '{"n":01}',
  "a plus sign": '{"n":+1}',
  "no digit before the point": '{"n":.5}',
  "no digit behind the point": '{"n":1.}',
  "an exponent without digits": '{"n":1e}',
  "a minus sign alone": '{"n":-}',
  hexadecimal: '{"n":0x10}',
  NaN: '{"n":NaN}',
  Infinity: '{"n":-Infinity}',
  undefined: '{"n":undefined}',
  True: '{"n":True}',
  "a cut literal": '{"n":nul}',
  "a comment": '{"n":1/* one */}',
  "a newline in a string": '{"n":"a\nb"}',
  "a tab in a name": '{"a\tb":1}',
  "a NUL in a string": '{"n":"\u0000"}',
  "a NUL behind the object": "{}\u0000",
  "an unknown escape": '{"n":"\\x41"}',
  "a short escape": '{"n":"\\u12"}',
  "an escape of no digits": '{"n":"\\u{41}"}',
  "a backslash at the end": '{"n":"\\',
  "white space that is not JSON's": '{"n":\u00a01}',
  "a vertical tab": '{"n":\u000b1}',
  "a byte order mark": `\ufeff${last(SAMPLE)}`,
  "UTF-16 without a mark": Buffer.from("{}", "utf16le").toString("latin1"),
};

const NOT_OBJECT = {
  "an array": "[]",
  "a string": '"event"',
  "a number": " 1 ",
  true: "true",
  null: "null",
  "an array of deliveries": `[${last(SAMPLE)}]`,
};

const NOT_UTF_8 = {
  "a character cut short": bytes('{"event":"', [0xe2, 0x82]),
  "a character cut short by the closing quote": bytes('{"event":"', [0xe2, 0x82], '"}'),
  "a byte that begins nothing": bytes('{"event":"', [0xff], '"}'),
  "a continuation alone": bytes('{"event":"', [0x80], '"}'),
  "an overlong slash": bytes('{"event":"', [0xc0, 0xaf], '"}'),
  "an encoded surrogate": bytes('{"event":"', [0xed, 0xa0, 0x80], '"}'),
  "beyond U+10FFFF": bytes('{"event":"', [0xf4, 0x90, 0x80, 0x80], '"}'),
  "Latin-1": bytes('{"event":"', [0xe9], '"}'),
  "UTF-16 with a mark": bytes([0xff, 0xfe], Buffer.from("{}", "utf16le")),
  gzip: bytes([0x1f, 0x8b, 0x08, 0x00]),
};

export function bodies() {
  const table = (given, prefix, source, code) => {
    return Object.entries(given).map(([name, body]) => ({ name: `${prefix}: ${name}`, source, body, code }));
  };
  return [
    { name: "empty", source: OBJECT, body: "", code: "body_empty" },
    { name: "empty, with a header", source: OBJECT, header: hmac(""), body: "", code: "body_empty" },
    ...table(NOT_JSON, "not JSON", JSON_TEXT, "body_not_json"),
    ...table(NOT_OBJECT, "not an object", OBJECT, "body_not_object"),
    { name: "an array, signed in the header", source: OBJECT, header: hmac("[]"), body: "[]", code: "body_not_object" },
    { name: "a word, signed in the header", source: OBJECT, header: hmac("ok"), body: "ok", code: "body_not_json" },
    ...table(NOT_UTF_8, "not UTF-8", UTF_8, "body_not_utf8"),
    {
      name: "10,000 levels of arrays",
      source: LIMITS,
      body: parts('{"data":', ["[", 10_000], ["]", 10_000], "}"),
      code: "body_too_deep",
    },
    {
      name: "10,000 levels of objects",
      source: LIMITS,
      body: parts(['{"a":', 10_000], "1", ["}", 10_000]),
      code: "body_too_deep",
    },
    { name: "10,000 levels that never close", source: LIMITS, body: parts(["[", 10_000]), code: "body_too_deep" },
    { name: "129 levels", source: LIMITS, body: parts('{"data":', ["[", 128], ["]", 128], "}"), code: "body_too_deep" },
    {
      name: "20,001 members and elements",
      source: LIMITS,
      body: parts('{"data":[', ["0,", 19_999], "0]}"),
      code: "body_too_wide",
    },
    {
      name: "100,000 elements in many arrays",
      source: LIMITS,
      body: parts('{"data":[', ["[0,0],", 33_000], "0]}"),
      code: "body_too_wide",
    },
    { name: "262,145 bytes", source: LIMITS, body: parts('{"data":"', ["a", 262_134], '"}'), code: "body_too_large" },
    { name: "10 MB", source: LIMITS, body: parts('{"data":"', ["0123456789", 1_000_000], '"}'), code: "body_too_large" },
    { name: "10 MB of nothing", source: LIMITS, body: parts([" ", 10_000_000]), code: "body_too_large" },
    {
      name: "one byte over a limit that was set",
      source: LIMITS,
      options: { keys: ["a"], maxBodyBytes: last(SAMPLE, hmac(SAMPLE, "a")).length - 1 },
      body: last(SAMPLE, hmac(SAMPLE, "a")),
      code: "body_too_large",
    },
    {
      name: "characters within a limit that their bytes are over",
      source: LIMITS,
      options: { keys: ["a"], maxBodyBytes: 20 },
      body: '{"a":"\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"}',
      code: "body_too_large",
    },
  ];
}
