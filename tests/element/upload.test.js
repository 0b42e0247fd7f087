// Choosing a file, checking it before it leaves, handing it over: by pointer and by keyboard.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible, picture, shows, stage } from "./browser.js";
import { FILES } from "./files.js";
import { json } from "./serve.js";
import { SITUATIONS } from "./situations.js";

const at = stage();
const EMPTY = "<compliance-next-action></compliance-next-action>";

/** A page with documents due, whose uploads end as `globalThis.arrive` and `globalThis.lose` say. */
async function open({ name = "documents", set = {}, body = EMPTY, ...rest } = {}) {
  at.server.page("/page", body, { wasm: true, ...rest });
  const opened = await at.open("/page", rest);
  await opened.element.evaluate(
    (element, all) => {
      globalThis.seen = [];
      element.addEventListener("upload", (event) => {
        const { file, documentType, check, call, validation } = event.detail;
        globalThis.seen.push({
          file: file.name,
          size: file.size,
          documentType,
          check,
          call,
          ok: validation.ok,
        });
        event.waitUntil(
          new Promise((resolve, reject) => Object.assign(globalThis, { arrive: resolve, lose: reject })),
        );
      });
      Object.assign(element, all);
    },
    { guidance: SITUATIONS[name].guidance, ...set },
  );
  const step = (index) => opened.page.locator("[part=step]").nth(index);
  return {
    ...opened,
    step,
    choose: (index, file) => step(index).locator("input[type=file]").setInputFiles(file),
    staged: (index, stage) =>
      opened.page.locator(`[part=step]:nth-child(${index + 1})[data-stage=${stage}]`).waitFor(),
    seen: () => opened.page.evaluate(() => globalThis.seen),
    news: () => opened.page.getByRole("status").textContent(),
  };
}

/** What a browser says of a file that is dragged over the page. */
function dragged(page) {
  return page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.pdf", { type: "application/pdf" }));
    return transfer;
  }, FILES.pdf.buffer.toString("latin1"));
}

describe("a file that will do", () => {
  test("is checked, handed over once it is sent, and gone from what is left to do", async () => {
    at.server.asked.length = 0;
    const { page, step, choose, staged, seen, news, close } = await open();
    await choose(0, FILES.pdf);
    await staged(0, "ready");
    assert.equal(await news(), "Ready to send");
    assert.deepEqual(await seen(), []);
    await step(0).getByRole("button", { name: "Send" }).click();
    await staged(0, "sending");
    assert.deepEqual(await seen(), [
      {
        file: FILES.pdf.name,
        size: FILES.pdf.buffer.length,
        documentType: "SOURCE_OF_FUNDS",
        check: "DOC_SOURCE_OF_FUNDS",
        call: { method: "POST", path: "/v1/compliance/upload-doc" },
        ok: true,
      },
    ]);
    await page.evaluate(() => globalThis.arrive());
    await staged(0, "sent");
    await page.getByRole("heading", { name: "Send us a document" }).waitFor();
    assert.ok(
      at.server.asked.every((path) => /^\/(page|pkg\/|www\/)/.test(path)),
      `${at.server.asked}`,
    );
    await close();
  });

  test("that did not arrive is there still, and is sent again", async () => {
    const { page, step, choose, staged, seen, news, close } = await open();
    await choose(0, FILES.pdf);
    await step(0).getByRole("button", { name: "Send" }).click();
    await staged(0, "sending");
    await page.evaluate(() => globalThis.lose(new Error("offline")));
    await staged(0, "failed");
    assert.match(await news(), /It wasn’t sent/);
    await step(0).getByRole("button", { name: "Send" }).click();
    await staged(0, "sending");
    await page.evaluate(() => globalThis.arrive());
    await staged(0, "sent");
    assert.equal((await seen()).length, 2);
    await close();
  });

  test("is not sent where the page prevents it, nor twice by a second press", async () => {
    const { element, step, choose, staged, seen, close } = await open();
    await choose(0, FILES.pdf);
    const send = step(0).getByRole("button", { name: "Send" });
    await element.evaluate((element) =>
      element.addEventListener("upload", (event) => event.preventDefault(), { once: true }),
    );
    await send.click();
    await staged(0, "ready");
    await send.click();
    await staged(0, "sending");
    await step(0).getByRole("button", { name: "Sending…" }).click({ force: true });
    assert.equal((await seen()).length, 2);
    await close();
  });

  test("after the last one, there is nothing left to do", async () => {
    const { page, choose, step, staged, close } = await open({ name: "address" });
    await choose(0, FILES.pdf);
    await step(0).getByRole("button", { name: "Send" }).click();
    await staged(0, "sending");
    await page.evaluate(() => globalThis.arrive());
    await page.getByRole("heading", { name: "Nothing for you to do" }).waitFor();
    await assertAccessible(page, "everything sent");
    await close();
  });

  test("is forgotten once the provider has it, so that a refused one can be sent anew", async () => {
    const { page, element, choose, step, staged, close } = await open({ name: "address" });
    await choose(0, FILES.pdf);
    await step(0).getByRole("button", { name: "Send" }).click();
    await staged(0, "sending");
    await page.evaluate(() => globalThis.arrive());
    await staged(0, "sent");
    await element.evaluate((element, guidance) => (element.guidance = guidance), SITUATIONS.waiting.guidance);
    await shows(page, "waiting");
    await element.evaluate((element, guidance) => (element.guidance = guidance), SITUATIONS.address.guidance);
    await staged(0, "empty");
    await close();
  });

  test("has src asked again as soon as it arrived", async () => {
    let answers = 0;
    at.server.answer("/api/next", (_, response) => {
      answers += 1;
      json(response, SITUATIONS[answers === 1 ? "address" : "waiting"].guidance);
    });
    const body = '<compliance-next-action src="/api/next"></compliance-next-action>';
    at.server.page("/page", body, { wasm: true });
    const { page, element, close } = await at.open("/page");
    await shows(page, "due");
    await element.evaluate((element) =>
      element.addEventListener("upload", (event) => event.waitUntil(Promise.resolve())),
    );
    await page.locator("input[type=file]").setInputFiles(FILES.pdf);
    await page.getByRole("button", { name: "Send" }).click();
    await shows(page, "waiting");
    assert.equal(answers, 2);
    await close();
  });
});

describe("a file that nobody sends", () => {
  test("is not said to be sent", async () => {
    at.server.page("/page", EMPTY, { wasm: true });
    const { page, element, close } = await at.open("/page");
    await element.evaluate((element, guidance) => (element.guidance = guidance), SITUATIONS.address.guidance);
    await page.locator("input[type=file]").setInputFiles(FILES.pdf);
    const warned = page.waitForEvent("console", (message) => /waitUntil/.test(message.text()));
    await page.getByRole("button", { name: "Send" }).click();
    await warned;
    await page.locator("[part=step][data-stage=ready]").waitFor();
    await shows(page, "due");
    await close();
  });

  test("of one address is none of another's", async () => {
    at.server.answer("/api/next", (_, response) => json(response, SITUATIONS.address.guidance));
    at.server.answer("/api/other", (_, response) => json(response, SITUATIONS.address.guidance));
    at.server.page("/page", '<compliance-next-action src="/api/next"></compliance-next-action>', {
      wasm: true,
    });
    const { page, element, close } = await at.open("/page");
    await element.evaluate((element) =>
      element.addEventListener("upload", (event) => event.waitUntil(Promise.resolve())),
    );
    await page.locator("input[type=file]").setInputFiles(FILES.pdf);
    await page.getByRole("button", { name: "Send" }).click();
    await shows(page, "waiting");
    assert.equal(await element.evaluate((element) => element.screen), "waiting");
    await element.evaluate((element) => (element.src = "/api/other"));
    await shows(page, "due");
    await page.locator("[part=step][data-stage=empty]").waitFor();
    await close();
  });

  test("is not even chosen where nobody knows which document is meant", async () => {
    const status = {
      isCompliant: false,
      onboardingStatus: "PROCESSING",
      nextAction: "UPLOAD_DOCUMENT",
      checks: [{ type: "DOC_PASSPORT", passed: false, required: true, suggestedAction: "UPLOAD_DOCUMENT" }],
    };
    at.server.page("/page", EMPTY, { wasm: true });
    const { page, element, close } = await at.open("/page");
    await element.evaluate((element, status) => (element.status = status), status);
    await page.getByRole("button", { name: "Contact support" }).waitFor();
    assert.equal(await page.locator("input[type=file]").count(), 0);
    await close();
  });
});

/** The guidance of a tax form that has to be one of these. */
function formOf(...anyOf) {
  const { guidance } = SITUATIONS.documents;
  const due = guidance.currentlyDue.filter(({ check }) => check === "DOC_FATCA");
  return { ...guidance, currentlyDue: due.map((item) => ({ ...item, documents: { anyOf } })) };
}

describe("a file that is chosen, when something else is known", () => {
  for (const [what, before, type, after, stage, sent] of [
    ["the one form is another", ["W9"], null, { guidance: formOf("W8BEN") }, "ready", "W8BEN"],
    ["only the other form will do", ["W9", "W8BEN"], "W9", { guidance: formOf("W8BEN") }, "ready", "W8BEN"],
    ["only this form will do", ["W9", "W8BEN"], "W9", { guidance: formOf("W9") }, "ready", "W9"],
    ["others will do", ["W9", "W8BEN"], "W9", { guidance: formOf("W8BEN", "OTHER") }, "untyped", null],
    ["it has become too large", ["W9"], null, { policy: { maxBytes: 5 } }, "refused", null],
    ["it is of a kind not taken", ["W9"], null, { policy: { contentTypes: ["image/png"] } }, "refused", null],
    ["it is somebody else's", ["W9", "W8BEN"], "W8BEN", { context: { usPerson: true } }, "refused", null],
  ]) {
    test(`${what}: ${stage}`, async () => {
      const { page, element, choose, staged, seen, close } = await open({
        set: { guidance: formOf(...before) },
      });
      if (type) await page.locator(`[value=${type}]`).check();
      await choose(0, FILES.pdf);
      await staged(0, "ready");
      await element.evaluate((element, after) => Object.assign(element, after), after);
      await staged(0, stage);
      const send = page.getByRole("button", { name: "Send" });
      assert.equal(await send.count(), sent ? 1 : 0);
      if (sent) await send.click();
      assert.deepEqual(
        (await seen()).map(({ documentType }) => documentType),
        sent ? [sent] : [],
      );
      await close();
    });
  }

  test("a form without a file is as good as its offer", async () => {
    const { page, element, choose, staged, close } = await open({ set: { guidance: formOf("W9", "W8BEN") } });
    await page.locator("[value=W9]").check();
    await element.evaluate((element, guidance) => (element.guidance = guidance), formOf("W8BEN", "OTHER"));
    await choose(0, FILES.pdf);
    await staged(0, "untyped");
    await close();
  });

  test("is not looked at again for the same", async () => {
    const { page, element, choose, staged, news, close } = await open({
      set: { context: { usPerson: true } },
    });
    await choose(0, FILES.pdf);
    await staged(0, "ready");
    await element.evaluate((element) => {
      globalThis.said = [];
      new MutationObserver(() => globalThis.said.push(element.shadowRoot.lastChild.textContent)).observe(
        element.shadowRoot.lastChild,
        { characterData: true, childList: true, subtree: true },
      );
      element.context = { usPerson: true };
      element.policy = null;
    });
    await staged(0, "ready");
    assert.equal(await news(), "Ready to send");
    assert.deepEqual(await page.evaluate(() => globalThis.said), []);
    await close();
  });

  test("that does not arrive as what it was is not sent again as that", async () => {
    const { page, element, choose, staged, seen, close } = await open({ set: { guidance: formOf("W9") } });
    await choose(0, FILES.pdf);
    await page.getByRole("button", { name: "Send" }).click();
    await element.evaluate((element, guidance) => (element.guidance = guidance), formOf("W8BEN"));
    await staged(0, "sending");
    await page.evaluate(() => globalThis.lose(new Error("offline")));
    await staged(0, "ready");
    await page.getByRole("button", { name: "Send" }).click();
    assert.deepEqual(
      (await seen()).map(({ documentType }) => documentType),
      ["W9", "W8BEN"],
    );
    await close();
  });

  test("that was sent as what will not do is forgotten", async () => {
    const { page, element, choose, staged, close } = await open({ set: { guidance: formOf("W9") } });
    await choose(0, FILES.pdf);
    await page.getByRole("button", { name: "Send" }).click();
    await page.evaluate(() => globalThis.arrive());
    await staged(0, "sent");
    await element.evaluate((element, guidance) => (element.guidance = guidance), formOf("W8BEN"));
    await staged(0, "empty");
    await close();
  });
});

describe("a file that will not do", () => {
  for (const [what, file, set, said] of [
    ["empty", FILES.empty, {}, "This file is empty."],
    ["disguised", FILES.disguised, {}, "This file isn’t what its name says."],
    [
      "of another kind",
      FILES.text,
      {},
      "We can’t take this kind of file. Choose one of these: PDF or image.",
    ],
    [
      "too large",
      FILES.large,
      { policy: { maxBytes: 1e6 } },
      "This file is too large (3.1 MB). Choose one of up to 1 MB.",
    ],
    [
      "not in the policy",
      FILES.png,
      { policy: { contentTypes: ["application/pdf"] } },
      "Choose one of these: PDF.",
    ],
  ]) {
    test(`${what}: says so, and what would`, async () => {
      const { step, choose, staged, seen, news, close } = await open({ set });
      await choose(0, file);
      await staged(0, "refused");
      assert.ok((await step(0).locator("[part~=error]").allTextContents()).join(" ").includes(said), said);
      assert.ok((await news()).includes(said));
      assert.equal(await step(0).getByRole("button", { name: "Send" }).count(), 0);
      await choose(0, FILES.pdf);
      await staged(0, "ready");
      assert.deepEqual(await seen(), []);
      await close();
    });
  }

  test("an identity report that is no PDF", async () => {
    const { step, choose, staged, close } = await open({ name: "external" });
    await choose(2, FILES.png);
    await staged(2, "refused");
    await step(2).getByText("This has to be a PDF.").waitFor();
    await choose(2, FILES.pdf);
    await staged(2, "ready");
    await close();
  });

  test("a policy without kinds takes every kind", async () => {
    const { choose, staged, step, close } = await open({ set: { policy: { contentTypes: [] } } });
    assert.equal(await step(0).locator("input[type=file]").getAttribute("accept"), null);
    await choose(0, FILES.text);
    await staged(0, "ready");
    await close();
  });

  test("the form of somebody else: the other one is a press away", async () => {
    const { step, choose, staged, seen, close } = await open({ set: { context: { usPerson: true } } });
    await step(1).getByRole("radio", { name: "Form W‑8BEN" }).check();
    await choose(1, FILES.pdf);
    await staged(1, "refused");
    await step(1).getByText("US citizens and US tax residents need Form W‑9.").waitFor();
    await step(1).getByRole("button", { name: "Switch to Form W‑9" }).click();
    await staged(1, "ready");
    assert.ok(await step(1).getByRole("radio", { name: "Form W‑9" }).isChecked());
    await step(1).getByRole("button", { name: "Send" }).click();
    assert.equal((await seen())[0].documentType, "W9");
    await close();
  });

  test("a file without a form waits for the choice", async () => {
    const { step, choose, staged, news, close } = await open();
    await choose(1, FILES.pdf);
    await staged(1, "untyped");
    assert.equal(await news(), "Which one applies to you?");
    await step(1).getByRole("radio", { name: "Form W‑8BEN" }).check();
    await staged(1, "ready");
    await close();
  });

  test("where it cannot be checked, it is not sent, and the page's developer is told why once", async () => {
    const { page, choose, staged, step, close } = await open({ wasm: false, ignored: /WebAssembly|wasm/i });
    const told = [];
    page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
    for (const index of [0, 1]) {
      await step(index)
        .getByRole("radio")
        .first()
        .check({ timeout: 500 })
        .catch(() => {});
      await choose(index, FILES.pdf);
      await staged(index, "unchecked");
    }
    assert.equal(await step(0).getByRole("button", { name: "Send" }).count(), 0);
    assert.equal(told.length, 1);
    assert.match(told[0], /'wasm-unsafe-eval'.*loadGuidance/);
    await close();
  });

  test("where it could not be checked, it is once somebody tries again", async () => {
    const { page, element, choose, staged, step, close } = await open();
    await element.evaluate((element) => {
      const { loadGuidance } = element.constructor;
      element.constructor.loadGuidance = () => Promise.reject(new Error("offline"));
      globalThis.mend = () => (element.constructor.loadGuidance = loadGuidance);
    });
    await choose(0, FILES.pdf);
    await staged(0, "unchecked");
    await assertAccessible(page, "a file that could not be checked");
    await picture(page, "file-unchecked-light");
    await step(0).getByRole("button", { name: "Try again" }).click();
    await staged(0, "unchecked");
    await page.evaluate(() => globalThis.mend());
    await step(0).getByRole("button", { name: "Try again" }).click();
    await staged(0, "ready");
    assert.equal(await step(0).getByRole("button", { name: "Try again" }).count(), 0);
    await close();
  });

  test("of two that are chosen quickly, the last is looked at", async () => {
    const { page, choose, staged, close } = await open();
    await Promise.all([choose(0, FILES.disguised), choose(0, FILES.pdf)]);
    await staged(0, "ready");
    await page.getByText(FILES.pdf.name).waitFor();
    await close();
  });
});

describe("by other means", () => {
  test("by keyboard alone, in the order of what is seen", async () => {
    const { page, element, seen, close } = await open();
    // Long before it is needed: a chooser that opens while the browser is still told to hand it over is lost.
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Tab");
    const focused = () =>
      element.evaluate(({ shadowRoot }) => {
        const { activeElement } = shadowRoot;
        return activeElement?.value && activeElement.type === "radio"
          ? activeElement.value
          : activeElement?.parentElement.closest("label")?.textContent || activeElement?.textContent;
      });
    assert.equal(await focused(), "Choose a file");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "W9");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "W8BEN");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Choose a file");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await (await chooser).setFiles(FILES.pdf);
    await page.locator("[data-stage=ready]").waitFor();
    // The chooser is where it was, and what sends stands before it.
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(), "Send");
    await page.keyboard.press("Space");
    await page.locator("[data-stage=sending]").waitFor();
    assert.equal(await focused(), "Sending…");
    await page.evaluate(() => globalThis.arrive());
    await page.locator("[data-stage=sent]").waitFor();
    // What had the focus is gone: it goes on from the title, which says what is next.
    assert.equal(await focused(), "Send us a document");
    assert.equal((await seen()).length, 1);
    await close();
  });

  test("focus can be seen wherever it is", async () => {
    const { page, element, close } = await open();
    for (let index = 0; index < 4; index += 1) {
      await page.keyboard.press("Tab");
      const width = await element.evaluate(({ shadowRoot }) => {
        const { activeElement } = shadowRoot;
        const shown = activeElement?.closest("label") ?? activeElement;
        return shown && Number.parseFloat(getComputedStyle(shown).outlineWidth);
      });
      if (width !== null) assert.ok(width >= 2, `outline of ${width} px`);
    }
    await close();
  });

  test("dropped onto its step", async () => {
    const { page, staged, close } = await open();
    const data = await dragged(page);
    await page.locator("[part=step]").first().dispatchEvent("drop", { dataTransfer: data });
    await staged(0, "ready");
    await page.getByText("dropped.pdf").waitFor();
    await close();
  });

  for (const [where, selector, isTaken] of [
    ["beside its step", "[part=title]", true],
    ["beside the card", "h1", false],
  ]) {
    test(`dropped ${where}: the browser ${isTaken ? "stays" : "does as it likes"}`, async () => {
      const { page, close } = await open();
      const data = await dragged(page);
      for (const type of ["dragover", "drop"]) {
        const isPrevented = await page
          .locator(selector)
          .first()
          .evaluate(
            (node, [type, dataTransfer]) =>
              !node.dispatchEvent(
                new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
              ),
            [type, data],
          );
        assert.equal(isPrevented, isTaken, type);
      }
      assert.equal(await page.locator("[part=file]").count(), 0);
      await close();
    });
  }

  test("a file name is text, whatever it says", async () => {
    const { page, choose, staged, close } = await open();
    const name = '<img src=x onerror="globalThis.broken=1">‮fdp.pdf';
    await choose(0, { ...FILES.pdf, name });
    await staged(0, "ready");
    assert.equal(await page.locator("bdi").textContent(), name);
    assert.equal(await page.evaluate(() => globalThis.broken), undefined);
    await close();
  });
});
