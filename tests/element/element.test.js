// Properties, attributes, events, languages and looks, on a page with a strict policy.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible, assertFits, NARROW, picture, shows, stage } from "./browser.js";
import { json } from "./serve.js";
import { SITUATIONS, statusOf } from "./situations.js";

const at = stage();
const EMPTY = "<compliance-next-action></compliance-next-action>";
const { guidance: DOCUMENTS } = SITUATIONS.documents;

/** A page with the element, and the guidance set as a property. */
async function open(name, { body = EMPTY, set = {}, ...rest } = {}) {
  at.server.page("/page", body, rest);
  const opened = await at.open("/page", rest);
  const guidance = name && SITUATIONS[name].guidance;
  await opened.element.evaluate((element, all) => Object.assign(element, all), {
    ...(guidance && { guidance }),
    ...set,
  });
  return opened;
}

/** What was asked of the server since, as file names. */
const asked = (pattern) => at.server.asked.filter((path) => pattern.test(path));

describe("properties", () => {
  test("guidance is shown without WebAssembly, and nothing is asked of anybody", async () => {
    at.server.asked.length = 0;
    const { page, close } = await open("documents");
    await shows(page, "due");
    await page.getByRole("heading", { name: "Send us 2 documents" }).waitFor();
    assert.deepEqual(asked(/guidance|kyc|wasm/), []);
    assert.deepEqual(asked(/api/), []);
    await close();
  });

  test("a status is interpreted in the browser, as text, object or attribute, with its context", async () => {
    const status = statusOf("the user completes the SDK");
    const { page, element, close } = await open(null, {
      set: { context: { nationality: "US" }, status },
      wasm: true,
    });
    await shows(page, "due");
    await page.locator("[part=step]").nth(1).waitFor();
    // A US national files one form, so there is nothing to choose.
    assert.equal(await page.getByRole("radio").count(), 0);
    await element.evaluate((element) => (element.context = null));
    await page.getByRole("radio", { name: "Form W‑8BEN" }).waitFor();
    const approved = statusOf("KYC is approved", 1);
    await element.evaluate((element, text) => (element.status = JSON.parse(text)), approved);
    await shows(page, "approved");
    await element.evaluate((element, text) => {
      element.remove();
      const other = document.createElement("compliance-next-action");
      other.setAttribute("status", text);
      document.querySelector("main").append(other);
    }, statusOf("denied: DENIED_COMPLIANCE"));
    await shows(page, "denied");
    await close();
  });

  test("the last one set is shown, however long the interpretation takes", async () => {
    const { page, element, close } = await open(null, { wasm: true });
    await element.evaluate(
      (element, { status, guidance }) => {
        element.status = status;
        element.guidance = guidance;
      },
      { status: statusOf("denied: DENIED_COMPLIANCE"), guidance: DOCUMENTS },
    );
    await shows(page, "due");
    await element.evaluate(async (element) => {
      await element.constructor.loadGuidance();
      await new Promise((resolve) => setTimeout(resolve));
    });
    await shows(page, "due");
    await close();
  });

  for (const [what, changes, screen] of [
    ["guidance, then no status", [["guidance"], ["status", null]], "due"],
    ["no status, then guidance", [["status", null], ["guidance"]], "due"],
    ["a status, then no guidance", [["status"], ["guidance", null]], "approved"],
    ["guidance, a status, and none", [["guidance"], ["status"], ["status", null]], "due"],
    ["a status, guidance, and none", [["status"], ["guidance"], ["guidance", null]], "approved"],
    ["both, and none at all", [["guidance"], ["status"], ["guidance", null], ["status", null]], "loading"],
  ]) {
    test(`${what}: the other one is shown`, async () => {
      const given = { guidance: DOCUMENTS, status: statusOf("KYC is approved", 1) };
      const { page, element, close } = await open(null, { wasm: true });
      for (const isAttribute of [false, true]) {
        await element.evaluate(
          async (element, [given, changes, isAttribute]) => {
            const other = document.createElement(element.localName);
            element.replaceWith(other);
            for (const [name, value = given[name]] of changes) {
              const text = typeof value === "string" ? value : JSON.stringify(value);
              if (!isAttribute) other[name] = value;
              else if (value === null) other.removeAttribute(name);
              else other.setAttribute(name, text);
              await new Promise((resolve) => setTimeout(resolve));
            }
          },
          [given, changes, isAttribute],
        );
        await shows(page, screen);
        await page.waitForTimeout(100);
        await shows(page, screen);
      }
      await close();
    });
  }

  test("what is no status is an error, with a button that says so", async () => {
    const { page, element, close } = await open(null, { set: { status: "{" }, wasm: true });
    await shows(page, "error");
    const pressed = element.evaluate(
      (element) =>
        new Promise((resolve) => element.addEventListener("action", ({ detail }) => resolve(detail))),
    );
    await page.getByRole("button", { name: "Try again" }).click();
    assert.deepEqual(await pressed, { action: "RETRY", call: null, due: [], guidance: null });
    await close();
  });

  test("trying again interprets the status again", async () => {
    const { page, element, close } = await open(null, { wasm: true });
    await element.evaluate(
      (element, status) => {
        const { loadGuidance } = element.constructor;
        element.constructor.loadGuidance = () => Promise.reject(new Error("offline"));
        element.status = status;
        globalThis.mend = () => (element.constructor.loadGuidance = loadGuidance);
      },
      statusOf("KYC is approved", 1),
    );
    await shows(page, "error");
    await page.evaluate(() => globalThis.mend());
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(page, "approved");
    await close();
  });

  test("an attribute that is no JSON is an error, and not nothing", async () => {
    at.server.page("/page", '<compliance-next-action guidance="{oops"></compliance-next-action>', {});
    const { page, close } = await at.open("/page");
    await shows(page, "error");
    await close();
  });

  test("where the policy allows no WebAssembly, a status is an error and not an exception", async () => {
    const status = statusOf("KYC is approved", 1);
    const { page, close } = await open(null, { set: { status }, ignored: /WebAssembly|wasm/i });
    await shows(page, "error");
    await close();
  });

  test("properties that were set before the element was defined count", async () => {
    at.server.page("/page", EMPTY, { script: [], trustedTypes: false });
    const { page, element, close } = await at.open("/page");
    await element.evaluate((element, guidance) => {
      element.guidance = guidance;
      element.texts = { "approved.title": "¡Listo!" };
    }, SITUATIONS.approved.guidance);
    await page.addScriptTag({ url: "/pkg/element.js", type: "module" });
    await page.getByRole("heading", { name: "¡Listo!" }).waitFor();
    await close();
  });

  test("what is no guidance is an error, and nothing breaks", async () => {
    const { page, element, close } = await open(null);
    for (const given of [
      {},
      [],
      "{}",
      1,
      { phase: "documents", actor: "customer" },
      { ...DOCUMENTS, currentlyDue: [null] },
      { ...DOCUMENTS, currentlyDue: [{ check: "DOC_FATCA", documents: { anyOf: "W9" } }] },
      { ...DOCUMENTS, pendingVerification: [1] },
    ]) {
      await element.evaluate((element, given) => (element.guidance = given), given);
      await shows(page, "error");
      await element.evaluate((element) => (element.guidance = null));
      await shows(page, "loading");
    }
    await close();
  });

  test("nothing at all is loading, and null takes everything away", async () => {
    const { page, element, close } = await open("approved");
    await shows(page, "approved");
    await element.evaluate((element) => (element.guidance = null));
    await shows(page, "loading");
    assert.equal(await element.evaluate((element) => element.screen), "loading");
    await close();
  });

  test("an element that is moved, or comes back, shows what it showed", async () => {
    const { page, element, close } = await open("documents");
    await element.evaluate((element) => {
      element.remove();
      document.querySelector("main").append(element);
    });
    await page.getByRole("heading", { name: "Send us 2 documents" }).waitFor();
    await close();
  });

  test("attributes hold JSON, and what is none is as good as absent", async () => {
    const guidance = JSON.stringify(SITUATIONS.support.guidance).replaceAll('"', "&quot;");
    const body = `<compliance-next-action guidance="${guidance}" links="{" heading-level="3"></compliance-next-action>`;
    const { page, close } = await open(null, { body });
    await page.getByRole("heading", { level: 3, name: "Your verification needs our help" }).waitFor();
    await page.getByRole("button", { name: "Contact support" }).waitFor();
    await close();
  });
});

describe("events", () => {
  test("action tells the step, the provider's call and what is due", async () => {
    const { page, element, close } = await open("profile");
    await element.evaluate((element) =>
      element.addEventListener("action", (event) => (globalThis.seen = event.detail)),
    );
    await page.getByRole("button", { name: "Add my details" }).click();
    const seen = await page.evaluate(() => globalThis.seen);
    assert.equal(seen.action, "UPDATE_PROFILE");
    assert.deepEqual(seen.call, SITUATIONS.profile.guidance.call);
    assert.deepEqual(
      seen.due.map(({ check }) => check),
      ["KYC_DATA_PRESENT", "REGISTRATION_ADDRESS", "TAX_COUNTRY", "OCCUPATION"],
    );
    await close();
  });

  for (const name of ["start", "identity", "expired", "denied", "support", "unknown"]) {
    test(`the one button of ${name} says what it does`, async () => {
      const { page, element, close } = await open(name);
      await element.evaluate((element) =>
        element.addEventListener("action", (event) => (globalThis.seen = event.detail)),
      );
      assert.equal(await page.locator("[part~=primary]").count(), 1);
      await page.locator("[part~=primary]").click();
      const { nextAction } = SITUATIONS[name].guidance;
      const { action } = await page.evaluate(() => globalThis.seen);
      assert.equal(action, name === "unknown" ? "CONTACT_SUPPORT" : nextAction);
      await close();
    });
  }

  for (const action of ["UPLOAD_DOCUMENT", "UPDATE_PROFILE"]) {
    test(`${action} without anything due leads to support`, async () => {
      const guidance = { ...DOCUMENTS, nextAction: action, currentlyDue: [] };
      const { page, element, close } = await open(null, { set: { guidance } });
      await shows(page, "unknown");
      await element.evaluate((element) =>
        element.addEventListener("action", (event) => (globalThis.seen = event.detail)),
      );
      await page.getByRole("button").click();
      const { action: seen, call, due } = await page.evaluate(() => globalThis.seen);
      assert.deepEqual([seen, call, due], ["CONTACT_SUPPORT", null, []]);
      await close();
    });
  }

  test("who is told to wait beside what is due has not sent anything", async () => {
    const guidance = { ...SITUATIONS.waiting.guidance, currentlyDue: DOCUMENTS.currentlyDue };
    const { page, element, close } = await open(null, { set: { guidance } });
    await page.getByRole("heading", { name: "Nothing for you to do" }).waitFor();
    assert.equal(await page.getByText("We’re checking what you sent.").count(), 0);
    await picture(page, "waiting-despite-due-light");
    await element.evaluate((element, guidance) => (element.guidance = guidance), SITUATIONS.waiting.guidance);
    await page.getByText("We’re checking what you sent.").waitFor();
    await close();
  });

  test("statuschange comes once for each change, and leaves the shadow tree", async () => {
    const { page, element, close } = await open(null);
    await page.evaluate(() => {
      globalThis.seen = [];
      document.addEventListener("statuschange", ({ detail: { previous, guidance, screen } }) =>
        globalThis.seen.push([previous?.nextAction, guidance.nextAction, screen]),
      );
    });
    for (const name of ["documents", "documents", "waiting", "approved"]) {
      await element.evaluate((element, guidance) => (element.guidance = guidance), SITUATIONS[name].guidance);
    }
    assert.deepEqual(await page.evaluate(() => globalThis.seen), [
      [undefined, "UPLOAD_DOCUMENT", "due"],
      ["UPLOAD_DOCUMENT", "WAIT", "waiting"],
      ["WAIT", null, "approved"],
    ]);
    await close();
  });

  test("a link takes the place of a button, unless it is a script", async () => {
    const links = {
      COMPLETE_SDK_FLOW: "https://verify.example.com/?session=1",
      CONTACT_SUPPORT: "javascript:alert(1)",
    };
    const { page, element, close } = await open("identity", { set: { links } });
    assert.equal(
      await page.getByRole("link", { name: "Continue" }).getAttribute("href"),
      links.COMPLETE_SDK_FLOW,
    );
    await element.evaluate((element, guidance) => (element.guidance = guidance), SITUATIONS.denied.guidance);
    await page.getByRole("button", { name: "Contact support" }).waitFor();
    assert.equal(await page.getByRole("link").count(), 0);
    for (const href of [
      " javascript:alert(1)",
      "java\nscript:alert(1)",
      "JAVASCRIPT:0",
      "data:text/html,x",
      "vbscript:x",
    ]) {
      await element.evaluate((element, href) => (element.links = { CONTACT_SUPPORT: href }), href);
      await page.getByRole("button", { name: "Contact support" }).waitFor();
    }
    await close();
  });
});

describe("languages", () => {
  test("the page's language, a part's, the element's own, and a change of it", async () => {
    const body = `<div lang="pt-BR">${EMPTY}</div>`;
    const { page, element, close } = await open("approved", { body, lang: "es" });
    await page.getByRole("heading", { name: "Tudo pronto" }).waitFor();
    await element.evaluate((element) => (element.lang = "es-MX"));
    await page.getByRole("heading", { name: "Todo listo" }).waitFor();
    assert.equal(await page.locator("[part=card]").getAttribute("lang"), "es-MX");
    await element.evaluate((element) => (element.lang = "xx"));
    await page.getByRole("heading", { name: "You’re all set" }).waitFor();
    assert.equal(await page.locator("[part=card]").getAttribute("lang"), "en");
    await close();
  });

  test("only the language that is shown is fetched; if it cannot be, English is", async () => {
    at.server.asked.length = 0;
    const { page, close } = await open("approved", { lang: "pt" });
    await page.getByRole("heading", { name: "Tudo pronto" }).waitFor();
    assert.deepEqual(asked(/texts\/(es|pt)/), ["/pkg/element/texts/pt.js"]);
    await close();
    const missing = await open("approved", {
      lang: "es",
      ignored: /ERR_FAILED/,
      prepare: (page) => page.route("**/texts/es.js", (route) => route.abort()),
    });
    await missing.page.getByRole("heading", { name: "You’re all set" }).waitFor();
    assert.equal(await missing.page.locator("[part=card]").getAttribute("lang"), "en");
    await missing.close();
  });

  test("texts of the page's own, one by one", async () => {
    const texts = {
      "UPLOAD_DOCUMENT.title": { one: "Ein Dokument", other: "{n} Dokumente" },
      "check.DOC_FATCA": "Steuer",
    };
    const { page, close } = await open("documents", { set: { texts } });
    await page.getByRole("heading", { name: "2 Dokumente" }).waitFor();
    await page.getByRole("heading", { name: "Steuer" }).waitFor();
    await page.getByRole("heading", { name: "Source of funds" }).waitFor();
    await close();
  });

  test("from right to left, wide and on a telephone", async () => {
    const texts = {
      next: "الخطوة التالية",
      "UPLOAD_DOCUMENT.title": { one: "أرسل مستندًا", two: "أرسل مستندين", other: "أرسل {n} مستندات" },
    };
    const { page, close } = await open("documents", { lang: "ar", dir: "rtl", set: { texts } });
    await page.getByRole("heading", { name: "أرسل مستندين" }).waitFor();
    const [icon, title] = [
      await page.locator("header svg").boundingBox(),
      await page.locator("[part=title]").boundingBox(),
    ];
    assert.ok(icon.x > title.x + title.width - 1, "the picture stands to the right of the title");
    await assertAccessible(page, "from right to left");
    await picture(page, "documents-rtl-light");
    await page.setViewportSize(NARROW);
    await assertFits(page, "from right to left, 360 px");
    await picture(page, "documents-rtl-narrow-light");
    await close();
  });
});

describe("the direction is that of the texts", () => {
  const arabic = { next: "الخطوة التالية", "COMPLETE_SDK_FLOW.title": "أكّد هويتك." };
  for (const [what, page, lang, texts, dir] of [
    ["English in an Arabic page", { lang: "ar", dir: "rtl" }, null, null, "ltr"],
    ["Spanish in an Arabic page", { lang: "ar", dir: "rtl" }, "es", null, "ltr"],
    ["Arabic in an English page", {}, "ar", arabic, "rtl"],
    ["Punjabi in Arabic letters", {}, "pa-Arab", arabic, "rtl"],
  ]) {
    test(what, async () => {
      const set = { ...(lang && { lang }), ...(texts && { texts }) };
      const opened = await open("identity", { ...page, set });
      const card = opened.page.locator(`[part=card][dir=${dir}]`);
      await card.waitFor();
      assert.equal(await card.evaluate((node) => getComputedStyle(node).direction), dir);
      await picture(opened.page, `identity-${what.replaceAll(" ", "-").toLowerCase()}`);
      await opened.close();
    });
  }
});

describe("looks", () => {
  test("custom properties and parts", async () => {
    const { page, element, close } = await open("documents");
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`compliance-next-action { --compliance-accent: rgb(90, 0, 160); --compliance-radius: 0px }
        compliance-next-action::part(title) { text-transform: uppercase }`);
      document.adoptedStyleSheets = [sheet];
    });
    const style = (part, name) =>
      page
        .locator(`[part~=${part}]`)
        .first()
        .evaluate((node, name) => getComputedStyle(node)[name], name);
    assert.equal(await style("primary", "backgroundColor"), "rgb(90, 0, 160)");
    assert.equal(await style("card", "borderRadius"), "0px");
    assert.equal(await style("title", "textTransform"), "uppercase");
    await assertAccessible(page, "themed");
    await picture(page, "themed-light");
    await element.evaluate((element) => (element.hidden = true));
    await page.locator("[part=card]").waitFor({ state: "hidden" });
    await close();
  });

  test("the scheme is the page's, not the system's", async () => {
    const { page, element, close } = await open("approved", { colorScheme: "dark" });
    const ground = () =>
      page.locator("[part=card]").evaluate((node) => getComputedStyle(node).backgroundColor);
    const dark = await ground();
    await page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
    assert.equal(await ground(), "rgb(255, 255, 255)");
    await element.evaluate((element) => (element.style.colorScheme = "dark"));
    assert.equal(await ground(), dark);
    await close();
  });

  test("stands still for those who ask for it, and turns for the others", async () => {
    for (const [reducedMotion, isStill] of [
      ["no-preference", false],
      ["reduce", true],
    ]) {
      const { page, element, close } = await open(null, { reducedMotion });
      await shows(page, "loading");
      const moving = await element.evaluate((element) => element.shadowRoot.getAnimations().length);
      assert.equal(moving === 0, isStill);
      await close();
    }
  });

  test("contrasts that the system forces", async () => {
    const { page, close } = await open("documents", { forcedColors: "active" });
    await assertAccessible(page, "forced colours");
    await picture(page, "documents-forced");
    await close();
  });
});

describe("what a screen reader hears", () => {
  test("nothing when the page opens, then each change once", async () => {
    const guidance = JSON.stringify(DOCUMENTS).replaceAll('"', "&quot;");
    const { page, element, close } = await open(null, {
      body: `<compliance-next-action guidance="${guidance}"></compliance-next-action>`,
    });
    await shows(page, "due");
    const news = page.getByRole("status");
    assert.equal(await news.textContent(), "");
    await element.evaluate(
      (element, guidance) => (element.guidance = guidance),
      SITUATIONS.approved.guidance,
    );
    await shows(page, "approved");
    assert.equal(await news.textContent(), "You’re all set");
    await close();
  });

  test("an error of src, in words", async () => {
    at.server.answer("/api/next", (_, response) => json(response, "no", 404));
    const { page, element, close } = await open(null, { ignored: /status of 404/ });
    await element.evaluate((element) => (element.src = "/api/next"));
    await shows(page, "error");
    assert.equal(await page.getByRole("status").textContent(), "We can’t show your next step right now");
    await close();
  });
});
