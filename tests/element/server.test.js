// Markup from servers: useful before any script, taken over in place, the same in Node and in workerd.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render, renderTemplate, style, styleHash } from "../../pkg/element/render.js";
import { picture, shows, stage } from "./browser.js";
import { startWorker } from "./bundle.js";
import { FILES } from "./files.js";
import { json } from "./serve.js";
import { LANGUAGES, SITUATIONS, statusOf } from "./situations.js";

const at = stage();

/** Holds a request of the page back until `release` is called. */
async function hold(page, pattern) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(pattern, (route) => released.then(() => route.continue()));
  return release;
}

describe("before script", () => {
  test("without any, the page says what is next", async () => {
    at.server.page("/page", render(SITUATIONS.documents.guidance, { stylesheet: "/pkg/element/style.css" }));
    const { page, close } = await at.open("/page", { javaScriptEnabled: false });
    await page.getByRole("heading", { name: "Send us 2 documents" }).waitFor();
    await page
      .getByText("A payslip", { exact: false })
      .or(page.getByText("where your money comes from"))
      .first()
      .waitFor();
    await picture(page, "no-script-light");
    await close();
  });

  for (const [what, options, style] of [
    ["a stylesheet", { stylesheet: "/pkg/element/style.css" }, "'self'"],
    ["a nonce", { nonce: "c3VyZQ==" }, "'self' 'nonce-c3VyZQ=='"],
    ["the style's hash", {}, `'self' ${styleHash}`],
  ]) {
    test(`is styled by ${what} under a strict policy, and taken over without a flash`, async () => {
      const { guidance } = SITUATIONS.documents;
      at.server.page("/page", render(guidance, { ...options, lang: "es" }), { style, lang: "es" });
      let release;
      const { page, element, close } = await at.open("/page", {
        prepare: async (page) => {
          // The document's own load does not wait for it: modules do not block what the parser has seen.
          release = await hold(page, "**/pkg/element.js");
          page.goto = (
            (goto) => (url) =>
              goto.call(page, url, { waitUntil: "commit" })
          )(page.goto);
        },
      });
      await page.getByRole("heading", { name: "Envíanos 2 documentos" }).waitFor();
      await element.evaluate(({ shadowRoot }) => {
        shadowRoot.querySelector("[part=title]").mark = "the server's";
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) globalThis.shift += value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      const before = await page.screenshot({ animations: "disabled" });
      assert.equal(await element.evaluate((element) => element.matches(":defined")), false);
      release();
      await page.waitForFunction(
        () => document.querySelector("compliance-next-action").shadowRoot.adoptedStyleSheets.length,
      );
      await page.waitForFunction(
        () => !document.querySelector("compliance-next-action").shadowRoot.querySelector("style, link"),
      );
      const after = await page.screenshot({ animations: "disabled" });
      assert.ok(before.equals(after), "the picture before is the picture after");
      assert.equal(await page.locator("[part=title]").evaluate((title) => title.mark), "the server's");
      assert.equal(await page.evaluate(() => globalThis.shift), 0);
      await close();
    });
  }

  test("what was chosen before the script came counts", async () => {
    at.server.page("/page", render(SITUATIONS.documents.guidance, { stylesheet: "/pkg/element/style.css" }), {
      wasm: true,
    });
    let release;
    const { page, close } = await at.open("/page", {
      prepare: async (page) => {
        release = await hold(page, "**/pkg/element.js");
        page.goto = (
          (goto) => (url) =>
            goto.call(page, url, { waitUntil: "commit" })
        )(page.goto);
      },
    });
    await page.locator("input[type=file]").nth(1).setInputFiles(FILES.pdf);
    await page.getByRole("radio", { name: "Form W‑9" }).check();
    release();
    await page.locator("[part=step]:nth-child(2)[data-stage=ready]").waitFor();
    assert.ok(await page.getByRole("radio", { name: "Form W‑9" }).isChecked());
    await close();
  });

  test("markup that came later, without its shadow root, is shown all the same", async () => {
    at.server.page("/page", "<div></div>", { trustedTypes: false });
    const { page, close } = await at.open("/page");
    await page.evaluate(
      (html) => {
        document.querySelector("div").innerHTML = html;
      },
      render(SITUATIONS.approved.guidance, { stylesheet: "/pkg/element/style.css" }),
    );
    await shows(page, "approved");
    await close();
  });
});

describe("the markup", () => {
  for (const lang of LANGUAGES) {
    test(`is what the element makes of the same guidance, node by node, in ${lang}`, async () => {
      const body = "<compliance-next-action></compliance-next-action>";
      at.server.page("/page", body, { lang, trustedTypes: false });
      const { page, element, close } = await at.open("/page");
      for (const [name, { guidance, screen }] of Object.entries(SITUATIONS)) {
        await element.evaluate((element, guidance) => (element.guidance = guidance), guidance);
        await shows(page, screen);
        const markup = renderTemplate(guidance, { lang }).match(/<section.*<\/section>/s)[0];
        const isSame = await element.evaluate(({ shadowRoot }, markup) => {
          const printed = new DOMParser().parseFromString(markup, "text/html").querySelector("section");
          return shadowRoot.querySelector("section").isEqualNode(printed);
        }, markup);
        assert.ok(isSame, name);
      }
      await close();
    });
  }

  for (const [what, guidance, options] of [
    ["from right to left", SITUATIONS.identity.guidance, { lang: "ar", texts: { next: "التالي" } }],
    ["of what is no guidance", { ...SITUATIONS.identity.guidance, currentlyDue: [null] }, {}],
  ]) {
    test(`${what} is the element's too`, async () => {
      const body = render(guidance, { ...options, stylesheet: "/pkg/element/style.css" });
      at.server.page("/page", body);
      let release;
      const { page, element, close } = await at.open("/page", {
        prepare: async (page) => {
          release = await hold(page, "**/pkg/element.js");
          page.goto = (
            (goto) => (url) =>
              goto.call(page, url, { waitUntil: "commit" })
          )(page.goto);
        },
      });
      const card = page.locator("[part=card]");
      await card.waitFor();
      const before = await card.evaluate((node) => node.outerHTML);
      release();
      await page.waitForFunction(() => document.querySelector("compliance-next-action:defined"));
      await element.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      assert.equal(await card.evaluate((node) => node.outerHTML), before);
      await close();
    });
  }

  test("has no way out of its attributes", () => {
    const evil = `"><script>alert(1)</script>'`;
    const guidance = {
      ...SITUATIONS.unknown.guidance,
      nextAction: evil,
      currentlyDue: [{ check: evil, action: evil }],
    };
    const markup = render(guidance, {
      lang: evil,
      nonce: evil,
      stylesheet: null,
      links: { CONTACT_SUPPORT: evil },
      texts: { "unknown.title": evil },
      attributes: { id: evil, class: evil },
    });
    assert.doesNotMatch(markup, /<script/);
    assert.equal(markup.match(/<style/g).length, 1);
  });

  test("says where it is styled from, once", () => {
    const [linked, nonced, hashed] = [{ stylesheet: "/a.css" }, { nonce: "n" }, {}].map((options) =>
      render(null, options),
    );
    assert.ok(linked.includes('<link rel="stylesheet" href="/a.css">') && !linked.includes("<style"));
    assert.ok(nonced.includes(`<style nonce="n">${style}</style>`));
    assert.ok(hashed.includes(`<style>${style}</style>`));
  });

  test("importing the element where there is no DOM does nothing", async () => {
    const { ComplianceNextActionElement } = await import("../../pkg/element.js");
    assert.equal(ComplianceNextActionElement.tagName, "compliance-next-action");
    assert.equal(globalThis.customElements, undefined);
  });
});

describe("in workerd", () => {
  test("the Worker that interprets at the edge", async () => {
    let status = statusOf("the user completes the SDK");
    at.server.answer("/v1/compliance/status/c-1", (request, response) => {
      assert.equal(request.headers.authorization, "Bearer token");
      json(response, status);
    });
    const vars = { CUSTOMER: "c-1", CONNECT_URL: at.server.url, CONNECT_TOKEN: "token" };
    const worker = await startWorker("examples/element/worker.js", vars);
    try {
      const answer = await worker.fetch("http://edge/");
      const html = await answer.text();
      assert.ok(
        html.includes(
          render(SITUATIONS.documents.guidance, { lang: "pt" }).match(/<section.*<\/section>/s)[0],
        ),
      );
      at.server.answer("/api/next-action", async (_, response) => {
        json(response, await (await worker.fetch("http://edge/api/next-action")).text());
      });
      at.server.answer("/edge", (_, response) => {
        response.writeHead(200, Object.fromEntries(answer.headers)).end(html);
      });
      at.server.asked.length = 0;
      const { page, element, close } = await at.open("/edge");
      await page.getByRole("heading", { name: "Envie 2 documentos" }).waitFor();
      await page.waitForFunction(() => document.querySelector("compliance-next-action:defined"));
      status = statusOf("KYC is approved", 1);
      await element.evaluate((element) => element.refresh());
      await page.getByRole("heading", { name: "Tudo pronto" }).waitFor();
      assert.ok(at.server.asked.includes("/api/next-action"));
      assert.deepEqual(
        at.server.asked.filter((path) => /guidance|kyc|wasm/.test(path)),
        [],
      );
      await close();
    } finally {
      await worker.dispose();
    }
  });
});
