// The element's texts in a language: chosen by key, in the right plural, filled in, in somebody's own words if they like.

import { en } from "./texts/en.js";
import { es } from "./texts/es.js";
import { pt } from "./texts/pt.js";

/**
 * @typedef {import("../element.js").Plural} Plural
 * @typedef {{ readonly [key: string]: string | Plural | undefined }} Table
 * @typedef {ReturnType<typeof wordsFor>} Words
 * @typedef {Record<string, string | number>} Values
 */

/** @type {Record<string, Table>} */
const TABLES = { en, es, pt };

/**
 * @param {string | null | undefined} wanted a language tag
 * @param {Table | null | undefined} own texts in place of the table's
 */
export function wordsFor(wanted, own) {
  const lang = known(wanted, own);
  const table = TABLES[lang.split("-")[0]] ?? en;
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const find = (/** @type {string} */ key) => given(own, key) ?? given(table, key) ?? null;

  /** @param {string} key @param {Values} [values] `n` decides the plural */
  const say = (key, values = {}) => {
    const found = find(key) ?? "";
    const text = typeof found === "string" ? found : (found[rules.select(Number(values.n))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name] ?? whole;
      return typeof value === "number" ? numbers.format(value) : value;
    });
  };

  return {
    lang,
    say,
    /** What there are words for, and nothing else: the provider may name what we have never heard of. */
    of: (/** @type {string} */ kind, /** @type {string} */ name, /** @type {Values} */ values = {}) => {
      const key = `${kind}.${name}`;
      return say(find(key) === null ? `${kind}.other` : key, values);
    },
    has: (/** @type {string} */ key) => find(key) !== null,
    /** A choice of several: "PDF, JPEG or PNG". */
    either: (/** @type {string[]} */ items) =>
      new Intl.ListFormat(lang, { type: "disjunction" }).format(items),
    /** A file's size: "1.5 MB". */
    size: (/** @type {number} */ bytes) => {
      const [unit, value] =
        bytes < 1e6 ? ["kilobyte", Math.ceil(bytes / 1e3)] : ["megabyte", Math.ceil(bytes / 1e5) / 10];
      return new Intl.NumberFormat(lang, { style: "unit", unit: String(unit) }).format(Number(value));
    },
  };
}

/** Only what is really in the table: a key may be called `constructor`. @param {Table | null | undefined} table @param {string} key */
function given(table, key) {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The language: as wanted where there are texts in it, the element's or all of somebody's own. @param {string | null | undefined} wanted @param {Table | null | undefined} own */
function known(wanted, own) {
  try {
    const [tag] = Intl.getCanonicalLocales(wanted || "en");
    const isOwn = own && Object.keys(en).every((key) => Object.hasOwn(own, key));
    return tag && (isOwn || Object.hasOwn(TABLES, tag.split("-")[0])) ? tag : "en";
  } catch {
    return "en";
  }
}
