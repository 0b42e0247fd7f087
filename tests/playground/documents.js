// Document: files that would do and files that would not, for whom, and what would do in their place.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

const PDF = { name: "w9.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };

export function documents(given) {
  const verdict = (page, text) => page.locator("#document-result h3", { hasText: text }).first().waitFor();

  describe("the playground's documents", () => {
    test("are looked at by their type where there is no file", async () => {
      const { page, look, close } = await given.open("#document");
      await verdict(page, "SOURCE_OF_FUNDS would do");
      await page.getByText("No file is chosen yet, so only the type was looked at.").waitFor();
      await look("document-no-file");
      await close();
    });

    test("would do: a PDF for a W9", async () => {
      const { page, requests, since, choose, look, press, close } = await given.open("#document");
      await verdict(page, "would do");
      const before = requests.length;
      await page.getByLabel("Choose a file").setInputFiles(PDF);
      await choose("Uploaded as", "W9");
      await page.locator("#view-document").getByLabel("Nationality").fill("US");
      await verdict(page, /^w9\.pdf would do$/);
      await page.getByText("As W9 it satisfies DOC_FATCA.").waitFor();
      assert.deepEqual(since(before), []);
      await look("document-accepted");
      await press("Remove it");
      await verdict(page, /^W9 would do$/);
      await close();
    });

    test("would not do: a W8BEN of a US person; the W9 is one press away", async () => {
      const { page, look, press, close } = await given.open("#document?type=W8BEN&usPerson=yes");
      await verdict(page, /^W8BEN would not do$/);
      await page.getByText("needs_w9").waitFor();
      await look("document-alternative");
      await press("W9");
      await verdict(page, /^W9 would do$/);
      assert.equal(await page.locator("#type").inputValue(), "W9");
      assert.equal(await page.evaluate(() => document.activeElement.id), "type");
      await close();
    });

    test("would not do: a picture that says it is a PDF", async () => {
      const { page, press, look, close } = await given.open(
        "#document?type=BIOMETRIC_REPORT&strategy=CF_KYC",
      );
      await verdict(page, "would not do");
      await press("Try a PNG named .pdf");
      await page.getByText("content_mismatch").waitFor();
      await page.getByText("external_only").waitFor();
      await look("document-refused");
      await close();
    });

    test("would do with a doubt: a W9 of another national", async () => {
      const { page, look, close } = await given.open("#document?type=W9&nationality=MX");
      await verdict(page, /^W9 would do, with a doubt$/);
      await look("document-doubt");
      await close();
    });

    test("are taken where they are dropped", async () => {
      const { page, close } = await given.open("#document");
      await verdict(page, "would do");
      await page.locator("#drop").evaluate((zone) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["%PDF-1.7"], "dropped.pdf", { type: "application/pdf" }));
        zone.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
        zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      });
      await verdict(page, /^dropped\.pdf would do$/);
      await close();
    });

    test("of the other provider need no word about the customer", async () => {
      const { page, choose, look, close } = await given.open("#document");
      await verdict(page, "would do");
      await choose("Provider", "conomy");
      await choose("Uploaded as", "invoice");
      await verdict(page, /^invoice would do$/);
      assert.equal(await page.locator("#document-person").isVisible(), false);
      await look("document-conomy");
      await close();
    });
  });
}
