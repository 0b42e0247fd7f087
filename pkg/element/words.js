// The element's texts in a language: chosen by key, in the right plural, filled in, in somebody's own words if they like.

import { TABLES } from "./texts.js";

/**
 * @typedef {import("../element.js").Plural} Plural
 * @typedef {{ readonly [key: string]: string | Plural | undefined }} Table
 * @typedef {Record<string, string | number>} Values
 * @typedef {ReturnType<typeof wordsFor>} Words
 */

/** What is due for the same reason, and what is wrong in the same way. */
const ALIKE = {
  REGISTRATION_ADDRESS: "missing",
  TAX_COUNTRY: "missing",
  OCCUPATION: "missing",
  KYC_STARTED: "SDK_VERIFICATION_COMPLETED",
  w9_from_other_national: "needs_w8ben",
};

/** By the script: not every browser tells a language's direction. */
const RIGHT_TO_LEFT = /Adlm|Arab|Hebr|Nkoo|Syrc|Thaa/;

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["hour", 3600],
  ["minute", 60],
];

/**
 * @param {string | null | undefined} wanted a language tag
 * @param {Table | null | undefined} own texts in place of the table's
 */
export function wordsFor(wanted, own) {
  const [language, tag] = languageOf(wanted);
  const isHere = Object.hasOwn(TABLES, language);
  // Own texts that begin a table are a language of their own.
  const lang = isHere || own?.next ? tag : "en";
  const table = isHere ? TABLES[language] : TABLES.en;
  const rules = new Intl.PluralRules(lang);
  const find = (/** @type {string} */ key) => given(own, key) ?? given(table, key);

  /** @param {string} key @param {Values} [values] `n` decides the plural */
  const say = (key, values = {}) => {
    const found = find(key) ?? "";
    const text = typeof found === "string" ? found : (found[rules.select(Number(values.n))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };

  return {
    lang,
    dir: RIGHT_TO_LEFT.test(new Intl.Locale(lang).maximize().baseName) ? "rtl" : "ltr",
    say,
    /** What there are words for, and nothing else: the provider may name what we have never heard of. */
    of: (/** @type {string} */ kind, /** @type {string} */ name, /** @type {Values} */ values = {}) => {
      const keys = [`${kind}.${name}`, `${kind}.${ALIKE[name]}`];
      if (kind === "document") keys.push(`check.DOC_${name}`);
      return say(keys.find(find) ?? `${kind}.other`, values);
    },
    /** A choice of several: "PDF, JPEG or PNG". */
    either: (/** @type {string[]} */ items) =>
      new Intl.ListFormat(lang, { type: "disjunction" }).format(items),
    /** From now: "in 5 minutes". */
    soon: (/** @type {number} */ seconds) => {
      const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
      return new Intl.RelativeTimeFormat(lang).format(Math.ceil(seconds / length), unit);
    },
    /** A file's size, rounded up, and a limit, rounded down: "1.5 MB". */
    size: (/** @type {number} */ bytes, round = Math.ceil) => {
      const [unit, tenth] = bytes < 1e6 ? ["kilobyte", 100] : ["megabyte", 1e5];
      return new Intl.NumberFormat(lang, { style: "unit", unit }).format(round(bytes / tenth) / 10);
    },
  };
}

/** The language of a tag, and the tag as it is written; English for what is none. @param {string | null | undefined} tag @returns {string[]} */
export function languageOf(tag) {
  try {
    const locale = new Intl.Locale(tag || "en");
    return [locale.language, String(locale)];
  } catch {
    return ["en", "en"];
  }
}

/** Only what is really in the table: a key may be called `constructor`. @param {Table | null | undefined} table @param {string} key */
function given(table, key) {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}
