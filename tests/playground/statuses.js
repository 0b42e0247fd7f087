// Status: every situation that ships with the page, what people paste, and what cannot be read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { GROUPS } from "../../www/playground/situations.js";
import { ROOT } from "../end-to-end/running.js";
import { comparable } from "../js/guidance/expect.js";

const SITUATIONS = GROUPS.flatMap(({ situations }) => situations);
/** What each screen of the element is for, by the guidance's actor and phase. */
const SCREENS = ["due", "waiting", "approved", "denied", "support", "unknown"];

const vectors = (name) => JSON.parse(readFileSync(join(ROOT, "tests", "vectors", `${name}.json`), "utf8"));
const EXPECTED = [
  ...vectors("kyc_flow").flatMap(({ context = {}, steps }) =>
    steps.map(({ event = null, status, expect }) => ({ facts: { context, event, status }, expect })),
  ),
  ...vectors("kyc_status").map(({ context = {}, status, expect }) => ({
    facts: { context, event: null, status },
    expect,
  })),
];

/** What the vectors say of these facts. */
function expected({ context, event, status }) {
  const found = EXPECTED.filter(({ facts }) => isDeepStrictEqual(facts, { context, event, status }));
  assert.ok(found.length > 0, "no vector has these facts");
  return found.map(({ expect }) => expect);
}

const CONTRADICTING = {
  isCompliant: true,
  onboardingStatus: "PROCESSING",
  nextAction: "UPLOAD_DOCUMENT",
  checks: [
    { type: "DOC_FATCA", passed: false, required: true, suggestedAction: "UPLOAD_DOCUMENT" },
    { type: "OCCUPATION", passed: true, required: true, suggestedAction: "UPDATE_PROFILE" },
  ],
  summary: { passed: 1, failed: 3, requiredFailed: ["OCCUPATION"] },
};

export function statuses(given) {
  const data = async ({ press, clipboard }) => {
    await press("Copy JSON");
    return JSON.parse(await clipboard());
  };

  describe("the playground's statuses", () => {
    test("are the facts of the vectors, and are read as the vectors say", async () => {
      const visit = await given.open();
      const { page, choose, close } = visit;
      await page.locator("#status-result").waitFor();
      for (const situation of SITUATIONS) {
        await choose("A documented situation", situation.id);
        assert.deepEqual(JSON.parse(await page.locator("#status-text").inputValue()), situation.status);
        const guidance = await data(visit);
        for (const expect of expected(situation)) {
          assert.deepEqual(comparable(guidance, expect), expect, situation.id);
        }
        const screen = await page.locator("compliance-next-action").evaluate((element) => element.screen);
        assert.ok(SCREENS.includes(screen), `${situation.id}: ${screen}`);
        assert.equal(new URL(page.url()).hash, `#status?situation=${situation.id}`);
      }
      await close();
    });

    test("are walked along with the buttons beside the list", async () => {
      const { page, press, close } = await given.open(`#status?situation=${SITUATIONS[0].id}`);
      await page.locator("#status-result").waitFor();
      for (const { id } of SITUATIONS.slice(1, 4)) {
        await press("The next situation");
        assert.equal(await page.locator("#situation").inputValue(), id);
      }
      await press("The situation before");
      assert.equal(await page.locator("#situation").inputValue(), SITUATIONS[2].id);
      await close();
    });

    for (const [name, id] of [
      ["documents", "sdk-completed"],
      ["profile", "created-without-data"],
      ["waiting", "documents-uploaded"],
      ["approved", "approved"],
      ["expired", "sdk-expired"],
      ["denied", "denied"],
      ["unknown", "unknown-action"],
      ["contradiction", "contradiction"],
    ]) {
      test(`look right: ${name}`, async () => {
        const { page, look, close } = await given.open(`#status?situation=${id}`);
        await page.locator("#status-result").waitFor();
        await look(`status-${name}`);
        await close();
      });
    }

    test("show a pasted answer, and call its contradictions out", async () => {
      const visit = await given.open();
      const { page, look, close } = visit;
      await page.locator("#status-result").waitFor();
      await page.getByLabel("Compliance status").fill(JSON.stringify(CONTRADICTING));
      await page.getByRole("heading", { name: /^The answer does not fit together in \d+ places$/ }).waitFor();
      const { contradictions } = await data(visit);
      const shown = await page.locator("#contradictions code").allTextContents();
      assert.ok(contradictions.length >= 3);
      assert.deepEqual(
        shown,
        contradictions.map(({ code }) => code),
      );
      assert.equal(await page.locator("#situation").inputValue(), "");
      await look("status-pasted");
      await close();
    });

    test("forget the situation's webhook when another answer is pasted over it", async () => {
      const { page, close } = await given.open("#status?situation=denied&nationality=MX");
      await page.locator("#status-result").waitFor();
      await page.getByText("Read after the webhook CUSTOMER_KYC_FINISHED.").waitFor();
      await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(CONTRADICTING));
      await page.getByLabel("Compliance status").focus();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("ControlOrMeta+V");
      await page.waitForFunction(() => location.hash === "#status?nationality=MX");
      assert.equal(await page.locator("#situation-source").textContent(), "");
      await close();
    });

    test("say what is wrong with what cannot be read", async () => {
      const { page, look, close } = await given.open();
      const field = page.getByLabel("Compliance status");
      const alert = page.locator("#status-error");
      await page.locator("#status-result").waitFor();
      for (const [text, code] of [
        ['{"isCompliant": tru', "status_not_json"],
        ["[]", "status_not_object"],
        ['{"error":"not found"}', "status_not_status"],
        ['{"isCompliant":true,"isCompliant":false}', "status_duplicate_member"],
      ]) {
        await field.fill(text);
        await alert.getByText(code).waitFor();
        assert.equal(await page.locator("#status-result").isVisible(), false);
        assert.equal(await page.locator("#data").isVisible(), false);
      }
      await field.fill('{"isCompliant": tru');
      await look("status-not-json");
      await field.fill('{"isCompliant": true}');
      await alert.waitFor({ state: "hidden" });
      await close();
    });

    test("begin anew", async () => {
      const { page, press, look, close } = await given.open("#status?situation=denied&nationality=MX");
      await page.locator("#status-result").waitFor();
      await press("Clear");
      await page.getByText("No status yet").waitFor();
      assert.equal(await page.locator("#status-nationality").inputValue(), "");
      assert.equal(await page.locator("#status-result").isVisible(), false);
      await look("status-empty");
      await close();
    });

    test("are sharpened by what is known of the customer", async () => {
      const visit = await given.open("#status?situation=sdk-completed");
      const { page, choose, close } = visit;
      await page.locator("#status-result").waitFor();
      const forms = async () => (await data(visit)).currentlyDue.at(-1).documents.anyOf;
      assert.deepEqual(await forms(), ["W9", "W8BEN"]);
      await page.locator("#view-status").getByLabel("Nationality").fill("US");
      assert.deepEqual(await forms(), ["W9"]);
      await choose("US person, for taxes", "no");
      assert.deepEqual(await forms(), ["W8BEN"]);
      await page.getByText("Ids, last event, and how often you asked").click();
      await page.getByLabel("Asked already, without change").fill("-1");
      await page.locator("#status-error").getByText("invalid_options").waitFor();
      await close();
    });

    test("show the element in its languages, and what it tells the page", async () => {
      const { page, choose, look, close } = await given.open("#status?situation=created-without-data");
      await page.locator("#status-result").waitFor();
      const heading = page.locator("compliance-next-action").getByRole("heading").first();
      for (const lang of ["es", "pt", "en"]) {
        const before = await heading.textContent();
        await choose("Language", lang);
        await heading.filter({ hasNotText: before }).waitFor();
      }
      await page.getByText("What your page hears").click();
      await page.locator("compliance-next-action").getByRole("button").first().click();
      await page.getByRole("log").getByText("action", { exact: true }).waitFor();
      await look("status-events");
      await close();
    });

    test("check a file in the element, and send it nowhere", async () => {
      const { page, requests, since, close } = await given.open("#status?situation=upload-document");
      await page.locator("#status-result").waitFor();
      const before = requests.length;
      await page
        .locator("compliance-next-action input[type=file]")
        .setInputFiles({ name: "funds.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
      await page.locator("compliance-next-action").getByRole("button", { name: "Send" }).click();
      await page.getByText("What your page hears").click();
      await page.getByRole("log").getByText("upload", { exact: true }).waitFor();
      await page.getByRole("log").getByText('"funds.pdf"').waitFor();
      assert.deepEqual(since(before), []);
      await close();
    });

    for (const [what, next] of /** @type {const} */ ([
      ["another situation", ({ choose }) => choose("A documented situation", "before-documents")],
      ["the situation after it", ({ press }) => press("The next situation")],
      ["a link", ({ page }) => page.evaluate(() => location.assign("#status?situation=before-documents"))],
      [
        "Clear, and a situation",
        async ({ press, choose }) => {
          await press("Clear");
          await choose("A documented situation", "sdk-completed");
        },
      ],
      [
        "a pasted status",
        async ({ page }) => {
          const text = JSON.stringify(CONTRADICTING);
          await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
          await page.getByLabel("Compliance status").focus();
          await page.keyboard.press("ControlOrMeta+A");
          await page.keyboard.press("ControlOrMeta+V");
        },
      ],
    ])) {
      test(`begin without the uploads of the one before: ${what}`, async () => {
        const visit = await given.open("#status?situation=sdk-completed");
        const { page, close } = visit;
        await page.locator("#status-result").waitFor();
        const element = page.locator("compliance-next-action");
        const stages = () =>
          element.locator("[part=step]").evaluateAll((steps) => steps.map(({ dataset }) => dataset.stage));
        const pdf = { name: "funds.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };
        await element.locator("input[type=radio]").first().check();
        for (const index of [0, 1]) {
          await element.locator("input[type=file]").nth(index).setInputFiles(pdf);
          await element.locator("[part=step]").nth(index).getByRole("button", { name: "Send" }).click();
          await element.locator("[part=step][data-stage=sent]").nth(index).waitFor();
        }
        await page.locator("#status-usPerson").selectOption("no");
        assert.ok((await stages()).includes("sent"), "what is known of the same customer changes nothing");
        await next(visit);
        await page.waitForFunction(
          () =>
            !document
              .querySelector("compliance-next-action")
              ?.shadowRoot?.querySelector("[data-stage=sent], [part=loading]"),
        );
        assert.ok(!(await stages()).includes("sent"));
        assert.equal(await element.count(), 1);
        await close();
      });
    }

    test("show what an answer holds as text, whatever it holds", async () => {
      const { page, close } = await given.open();
      await page.locator("#status-result").waitFor();
      const evil = '<img src=x onerror="globalThis.broken = true">';
      const status = {
        ...CONTRADICTING,
        nextAction: evil,
        [evil]: evil,
        checks: [{ type: evil, passed: false }],
      };
      await page.getByLabel("Compliance status").fill(JSON.stringify(status));
      await page.locator("#data").getByText("onerror").first().waitFor();
      assert.equal(await page.evaluate(() => globalThis.broken), undefined);
      await close();
    });
  });
}
