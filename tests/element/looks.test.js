// Every situation, in every language, light and dark: nothing for axe to find, and pictures for people to look at.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "../../pkg/element/render.js";
import { assertAccessible, assertFits, NARROW, picture, shows, stage, WIDE } from "./browser.js";
import { FILES } from "./files.js";
import { json } from "./serve.js";
import { LANGUAGES, SITUATIONS } from "./situations.js";

const at = stage();

/** Both schemes, and a telephone. */
async function look(page, name) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await assertAccessible(page, `${name}, ${colorScheme}`);
    await picture(page, `${name}-${colorScheme}`);
  }
  await page.setViewportSize(NARROW);
  await assertFits(page, `${name}, 360 px`);
  await picture(page, `${name}-narrow-dark`);
  await page.setViewportSize(WIDE);
}

for (const lang of LANGUAGES) {
  describe(`in ${lang}`, () => {
    for (const [name, { screen, guidance }] of Object.entries(SITUATIONS)) {
      test(name, async () => {
        at.server.page("/look", render(guidance, { lang, stylesheet: "/pkg/element/style.css" }), { lang });
        const { page, close } = await at.open("/look", { reducedMotion: "reduce" });
        await shows(page, screen);
        await page.locator("compliance-next-action:defined").waitFor();
        await look(page, `${name}-${lang}`);
        await close();
      });
    }

    test("error", async () => {
      at.server.answer("/gone", (_, response) => json(response, {}, 404));
      at.server.page("/look", '<compliance-next-action src="/gone"></compliance-next-action>', { lang });
      const { page, close } = await at.open("/look", { ignored: /status of 404/ });
      await shows(page, "error");
      await look(page, `error-${lang}`);
      await close();
    });

    test("out of date", async () => {
      const { guidance } = SITUATIONS.waiting;
      let isFirst = true;
      at.server.answer("/flaky", (_, response) => {
        json(response, guidance, isFirst ? 200 : 404);
        isFirst = false;
      });
      at.server.page("/look", '<compliance-next-action src="/flaky"></compliance-next-action>', { lang });
      const { page, element, close } = await at.open("/look", { ignored: /status of 404/ });
      await shows(page, "waiting");
      await page.locator("[part=again]").waitFor();
      await look(page, `polled-${lang}`);
      await element.evaluate((element) => element.refresh());
      await page.locator("[part=note]").waitFor();
      await look(page, `stale-${lang}`);
      await close();
    });

    for (const [name, file, stage] of [
      ["ready", FILES.pdf, "ready"],
      ["doubtful", FILES.odd, "ready"],
      ["refused", FILES.disguised, "refused"],
      ["refused-kind", FILES.text, "refused"],
      ["refused-size", FILES.large, "refused"],
    ]) {
      test(`a file: ${name}`, async () => {
        const policy = JSON.stringify({ maxBytes: 2_000_000 });
        const body = `<compliance-next-action policy='${policy}'></compliance-next-action>`;
        at.server.page("/look", body, { lang, wasm: true });
        const { page, element, close } = await at.open("/look");
        await element.evaluate(
          (element, guidance) => (element.guidance = guidance),
          SITUATIONS.documents.guidance,
        );
        await page.locator("input[type=file]").first().setInputFiles(file);
        await page.locator(`[part=step][data-stage=${stage}]`).waitFor();
        await look(page, `file-${name}-${lang}`);
        await close();
      });
    }

    test("a form for somebody else, then sending, sent and not arrived", async () => {
      at.server.page("/look", "<compliance-next-action></compliance-next-action>", { lang, wasm: true });
      const { page, element, close } = await at.open("/look");
      await element.evaluate((element, guidance) => {
        element.context = { nationality: "CL" };
        element.guidance = guidance;
        element.addEventListener("upload", (event) =>
          event.waitUntil(
            new Promise((resolve, reject) => Object.assign(globalThis, { arrive: resolve, lose: reject })),
          ),
        );
      }, SITUATIONS.documents.guidance);
      const step = page.locator("[part=step]").nth(1);
      await step.locator("input[type=file]").setInputFiles(FILES.png);
      await page.locator("[data-stage=untyped]").waitFor();
      await look(page, `file-untyped-${lang}`);
      await step.getByRole("radio").first().check();
      await step.locator("p[part~=warning]").waitFor();
      await look(page, `file-form-${lang}`);
      await step.locator("[data-do=instead]").click();
      await page.locator("[data-stage=ready] input[value=W8BEN]:checked").waitFor();
      const send = step.locator("[data-do=send]");
      await send.click();
      await page.locator("[data-stage=sending]").waitFor();
      await look(page, `file-sending-${lang}`);
      await page.evaluate(() => globalThis.lose());
      await page.locator("[data-stage=failed]").waitFor();
      await look(page, `file-failed-${lang}`);
      await send.click();
      await page.evaluate(() => globalThis.arrive());
      await page.locator("[data-stage=sent]").waitFor();
      await look(page, `file-sent-${lang}`);
      assert.equal(await page.locator("[part~=primary]").count(), 1);
      await close();
    });
  });
}
