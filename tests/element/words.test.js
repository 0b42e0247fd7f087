// The texts: complete in every language, with the right plurals, and never with a code of the provider's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { render } from "../../pkg/element/render.js";
import { screenOf } from "../../pkg/element/screen.js";
import { TABLES } from "../../pkg/element/texts.js";
import { wordsFor } from "../../pkg/element/words.js";
import { interpretStatus } from "../../pkg/kyc-inline.js";
import { LANGUAGES, SITUATIONS } from "./situations.js";

const vectors = (name) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"));
const placeholders = (text) => [...JSON.stringify(text).matchAll(/\{(?!n\})\w+\}/g)].map(String).sort();
/** Markup without its style and attributes: what a customer reads. */
const read = (markup) => markup.replace(/<style.*?<\/style>/s, "").replace(/<[^>]+>/g, " ");

describe("the tables", () => {
  for (const lang of LANGUAGES) {
    test(`${lang} has every key, and every placeholder`, () => {
      const [table, english] = [TABLES[lang], TABLES.en];
      assert.deepEqual(Object.keys(table).sort(), Object.keys(english).sort());
      for (const key of Object.keys(english)) {
        assert.deepEqual(placeholders(table[key]), placeholders(english[key]), key);
      }
    });
  }

  for (const [lang, one, several] of [
    ["en", "Send us a document", "Send us 3 documents"],
    ["es", "Envíanos un documento", "Envíanos 3 documentos"],
    ["pt", "Envie um documento", "Envie 3 documentos"],
    ["pt-BR", "Envie um documento", "Envie 3 documentos"],
  ]) {
    test(`${lang}: one and several`, () => {
      const words = wordsFor(lang, null);
      assert.equal(words.say("UPLOAD_DOCUMENT.title", { n: 1 }), one);
      assert.equal(words.say("UPLOAD_DOCUMENT.title", { n: 3 }), several);
    });
  }

  test("a language of somebody's own has its own plurals", () => {
    const own = {
      next: "التالي",
      "later.title": { zero: "0", one: "1", two: "2", few: "few", many: "many", other: "other" },
    };
    const words = wordsFor("ar", own);
    const said = [0, 1, 2, 3, 11, 100].map((n) => words.say("later.title", { n }));
    assert.deepEqual([words.lang, ...said], ["ar", "0", "1", "2", "few", "many", "other"]);
  });

  for (const [lang, dir] of [
    ["en", "ltr"],
    ["es-MX", "ltr"],
    ["ar", "rtl"],
    ["he", "rtl"],
    ["fa-IR", "rtl"],
    ["ur", "rtl"],
    ["dv", "rtl"],
    ["pa", "ltr"],
    ["pa-Arab", "rtl"],
    ["sr", "ltr"],
  ]) {
    test(`${lang} runs ${dir}`, () => assert.equal(wordsFor(lang, { next: "…" }).dir, dir));
  }

  test("what is no language, and a language without texts, is English", () => {
    for (const lang of ["", null, "no language!", "toString", "fr", "constructor"]) {
      const words = wordsFor(lang, null);
      assert.deepEqual([words.lang, words.dir], ["en", "ltr"]);
      assert.equal(words.say("approved.title"), "You’re all set");
    }
  });

  test("a name that means something to JavaScript means nothing here", () => {
    const words = wordsFor("en", {});
    for (const name of ["constructor", "__proto__", "toString"]) {
      assert.equal(words.of("check", name), "Another requirement");
    }
    assert.equal(words.say("constructor"), "");
  });

  test("times and sizes are the language's own", () => {
    const [english, spanish] = [wordsFor("en", null), wordsFor("es", null)];
    assert.equal(english.soon(15), "in 15 seconds");
    assert.equal(spanish.soon(300), "dentro de 5 minutos");
    assert.equal(english.soon(7200), "in 2 hours");
    assert.equal(spanish.size(1_500_000), "1,5 MB");
    assert.equal(english.either(["PDF", "JPEG", "PNG"]), "PDF, JPEG, or PNG");
  });
});

describe("the level of the heading", () => {
  for (const [given, level] of [
    [3, 3],
    ["5", 5],
    [null, 2],
    ["", 2],
    [0, 2],
    [6, 2],
    ["12", 2],
    ["x", 2],
  ]) {
    test(`${JSON.stringify(given)} is ${level}`, () => {
      const markup = render(SITUATIONS.documents.guidance, { headingLevel: given });
      const levels = [...markup.matchAll(/<h(\d+)/g)].map(([, found]) => Number(found));
      assert.deepEqual([levels[0], ...new Set(levels.slice(1))], [level, level + 1]);
    });
  }
});

describe("whatever the provider says", () => {
  const statuses = [
    ...vectors("kyc_flow").flatMap(({ name, context, steps }) =>
      steps.map(({ status }) => ({ name, context, status })),
    ),
    ...vectors("kyc_status"),
  ].filter(({ status, code }) => !code && status);
  const guidances = statuses
    .map(({ name, status, context }) => {
      try {
        return { name, guidance: interpretStatus(status.raw ?? status, context) };
      } catch {
        return null; // A vector for a status that is refused; the suite `rust` says which.
      }
    })
    .filter((found) => found !== null);

  test("the vectors are many", () => assert.ok(guidances.length > 100, `${guidances.length}`));

  for (const lang of LANGUAGES) {
    test(`${lang}: no code, no gap and no markup reaches the customer`, () => {
      for (const { name, guidance } of guidances) {
        const text = read(render(guidance, { lang }));
        assert.doesNotMatch(text, /[A-Z]{2,}_[A-Z]|undefined|null|\{\w+\}|NaN/, name);
        assert.match(text, /\S{3}/, name);
      }
    });
  }

  test("only what is known for certain is due, approved or denied", () => {
    for (const { name, guidance } of guidances) {
      const screen = screenOf(guidance);
      if (guidance.actor === "support") assert.ok(["denied", "support", "unknown"].includes(screen), name);
      if (screen === "approved")
        assert.deepEqual([guidance.phase, guidance.nextAction], ["approved", null], name);
      if (guidance.phase === "denied") assert.equal(screen, "denied", name);
      if (screen === "waiting") assert.ok([null, "WAIT"].includes(guidance.nextAction), name);
      if (guidance.nextAction === null && guidance.currentlyDue.length > 0)
        assert.ok(["denied", "unknown"].includes(screen), name);
    }
  });

  for (const [nextAction, action, screen] of [
    ["START_KYC", null, "due"],
    ["COMPLETE_SDK_FLOW", null, "due"],
    ["RERUN_KYC", null, "due"],
    ["UPLOAD_DOCUMENT", "UPLOAD_DOCUMENT", "due"],
    ["UPDATE_PROFILE", "UPDATE_PROFILE", "due"],
    ["UPLOAD_DOCUMENT", "UPDATE_PROFILE", "unknown"],
    ["UPLOAD_DOCUMENT", null, "unknown"],
    ["UPDATE_PROFILE", null, "unknown"],
    ["SIGN_AGREEMENT", "SIGN_AGREEMENT", "unknown"],
  ]) {
    test(`${nextAction} with ${action ?? "nothing"} due is ${screen}`, () => {
      const currentlyDue = action ? [{ check: "DOC_FATCA", action }] : [];
      assert.equal(screenOf({ ...SITUATIONS.identity.guidance, nextAction, currentlyDue }), screen);
    });
  }

  for (const [name, { screen, guidance }] of Object.entries(SITUATIONS)) {
    if (guidance) test(`${name} is ${screen}`, () => assert.equal(screenOf(guidance), screen));
  }
});
