// Links: what is shared is what is seen, and no more.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

const OWN = '{"isCompliant": false, "nextAction": "WAIT", "checks": [], "onboardingStatus": "ñandú — 例"}';

export function addresses(given) {
  const fields = (page) =>
    page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll("input:not([type=file]), select, textarea")].map(({ id, value }) => [
          id,
          value,
        ]),
      ),
    );

  describe("the playground's addresses", () => {
    for (const hash of [
      "#status?situation=sdk-expired",
      "#status?situation=sdk-completed&nationality=US&usPerson=no&hasIpAddress=yes&lang=es",
      "#status?situation=example-external&usPerson=&polls=3&lastEvent=CUSTOMER_KYC_STARTED",
      "#delivery",
      "#delivery?sample=altered",
      "#delivery?sample=not-accepted&dialect=body&forms=wire&scopes=whole-body",
      "#document",
      "#document?type=W8BEN&strategy=EXTERNAL&nationality=MX",
      "#document?provider=conomy&type=contract",
    ]) {
      test(`come back as they went: ${hash}`, async () => {
        const first = await given.open(hash);
        await first.page
          .locator("#status-result, #delivery-result, #delivery-empty, #document-result")
          .locator("visible=true")
          .first()
          .waitFor();
        assert.equal(new URL(first.page.url()).hash, hash);
        await first.press("Copy a link to this");
        const link = await first.clipboard();
        assert.equal(new URL(link).hash, hash);
        const before = await fields(first.page);
        await first.page.reload();
        await first.page
          .locator("#status-result, #delivery-result, #delivery-empty, #document-result")
          .locator("visible=true")
          .first()
          .waitFor();
        assert.deepEqual(await fields(first.page), before);
        await first.close();
      });
    }

    test("hold a status of one's own once a link is wanted", async () => {
      const first = await given.open("#status?situation=denied");
      await first.page.locator("#status-result").waitFor();
      await first.page.getByLabel("Compliance status").fill(OWN);
      await first.page.locator("#view-status").getByLabel("Nationality").fill("MX");
      await first.page.waitForFunction(() => !/text=|situation=/.test(location.hash));
      await first.press("Copy a link to this");
      await first.page.getByText("Copied.").waitFor();
      const link = await first.clipboard();
      assert.match(link, /#status\?text=[\w-]+&/);
      const second = await given.open(new URL(link).hash);
      await second.page.locator("#status-result").waitFor();
      assert.deepEqual(await fields(second.page), await fields(first.page));
      assert.equal(second.page.url(), link);
      await first.page.getByLabel("Compliance status").fill(`${OWN} `);
      await first.page.waitForFunction(() => !location.hash.includes("text="));
      await first.close();
      await second.close();
    });

    test("do without what is too long, cut off or made up", async () => {
      const { page, press, look, close } = await given.open("#status?text=AAAA");
      await page.getByText("This link is damaged").waitFor();
      await look("status-damaged-link");
      const noise = Array.from({ length: 3000 }, (_, index) => (index * 2654435761) % 4294967296).join();
      await page.getByLabel("Compliance status").fill(`{"checks":[],"x":"${noise}"}`);
      await press("Copy a link to this");
      await page.getByText("This is too long for a link.").waitFor();
      await page.locator("#status-nationality").fill("MX");
      await page.waitForFunction(() => location.hash === "#status?nationality=MX");
      await press("The next situation");
      await press("Copy a link to this");
      await page.getByText("Copied.").waitFor();
      await close();
      const unknown = await given.open("#status?situation=nothing");
      await unknown.page.getByText("This link names no situation of this page").waitFor();
      await unknown.close();
      for (const [hash, seen] of [
        ["#nonsense?x=1", "#status?situation=sdk-completed"],
        ["#status?situation=nothing", "#status"],
        ["#delivery?sample=nothing&dialect=odd&secret=x&body=x", "#delivery"],
        ["#document?provider=toString&usPerson=maybe", "#document"],
        ["#%", "#status?situation=sdk-completed"],
      ]) {
        const visit = await given.open(hash);
        await visit.page.waitForFunction((wanted) => location.hash === wanted, seen);
        await visit.close();
      }
    });

    test("are followed back and forth, and leave what somebody filled in", async () => {
      const { page, close } = await given.open("#status?situation=approved");
      await page.locator("#status-result").waitFor();
      await page.getByRole("link", { name: "Document" }).click();
      await page.locator("#document-result").waitFor();
      await page.locator("#view-document").getByLabel("Nationality").fill("MX");
      await page.getByRole("link", { name: "Status" }).click();
      await page.waitForFunction(() => location.hash === "#status?situation=approved");
      await page.goBack();
      await page.waitForFunction(() => location.hash === "#document?nationality=MX");
      await page.locator("#document-result").waitFor();
      await page.goBack();
      await page.waitForFunction(() => location.hash === "#status?situation=approved");
      assert.match(await page.title(), /^Status/);
      await close();
    });
  });
}
