// The recipes of examples/element/, each executed as it stands: in plain HTML, in React, in Vue, and by React's server.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { shows, stage } from "./browser.js";
import { forBrowser, forNode, singleFileComponents } from "./bundle.js";
import { FILES } from "./files.js";
import { json, policy } from "./serve.js";
import { SITUATIONS, statusOf } from "./situations.js";

const at = stage();
const recipe = (name) => join(ROOT, "examples", "element", name);
const installed = createRequire(import.meta.url);

/** What the recipes' server is sent. */
function documents() {
  const sent = [];
  at.server.answer("/api/documents", async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    sent.push(Buffer.concat(chunks).toString("latin1"));
    json(response, {}, 202);
  });
  return sent;
}

/** Sends the first document, as a customer does. */
async function sendDocument(page, sent) {
  await page.locator("input[type=file]").first().setInputFiles(FILES.pdf);
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator("[data-stage=sent]").waitFor();
  assert.equal(sent.length, 1);
  assert.match(sent[0], /name="documentType"\r\n\r\nSOURCE_OF_FUNDS/);
  assert.match(sent[0], /filename="payslip-march.pdf"[\s\S]*%PDF-1\.7/);
}

test("plain HTML", async () => {
  const sent = documents();
  at.server.answer("/plain", (_, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy({ wasm: true }),
    });
    response.end(
      readFileSync(recipe("plain.html"), "utf8").replace(
        'src="plain.js"',
        'src="/examples/element/plain.js"',
      ),
    );
  });
  let guidance = SITUATIONS.documents.guidance;
  at.server.answer("/api/next-action", (_, response) => json(response, guidance));
  at.server.answer("/api/actions/COMPLETE_SDK_FLOW", (_, response) => response.end("/verified"));
  at.server.page("/verified", "<p>Somewhere else</p>");
  const { page, element, close } = await at.open("/plain");
  await shows(page, "due");
  await sendDocument(page, sent);
  guidance = SITUATIONS.denied.guidance;
  await element.evaluate((element) => element.refresh());
  assert.equal(
    await page.getByRole("link", { name: "Contact support" }).getAttribute("href"),
    "mailto:help@example.com",
  );
  guidance = SITUATIONS.identity.guidance;
  await element.evaluate((element) => element.refresh());
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("Somewhere else").waitFor();
  await close();
});

/** A page with a framework's recipe in it, whose guidance the test sets as `show(guidance)`. */
async function mounted(name, source, options) {
  const { path } = await forBrowser(name, source, options);
  at.server.page("/mounted", '<div id="root"></div>', {
    script: `${path}/main.js`,
    wasm: true,
    trustedTypes: false,
  });
  const opened = await at.open("/mounted");
  const show = (guidance) => opened.page.evaluate((guidance) => globalThis.show(guidance), guidance);
  await opened.page.waitForFunction(() => globalThis.show);
  return { ...opened, show };
}

/** What every framework has to do: properties, a change of them, events, and an end. */
async function assertWorks({ page, show, close }) {
  const sent = documents();
  await show(SITUATIONS.documents.guidance);
  await shows(page, "due");
  await sendDocument(page, sent);
  await show(SITUATIONS.identity.guidance);
  await page.getByRole("button", { name: "Continue" }).click();
  assert.deepEqual(await page.evaluate(() => globalThis.actions), ["COMPLETE_SDK_FLOW"]);
  await show(null);
  await page.locator("compliance-next-action").waitFor({ state: "detached" });
  await close();
}

test("React", async () => {
  const source = `
    import { createRoot } from "react-dom/client";
    import { NextAction } from "./react.jsx";
    globalThis.actions = [];
    const root = createRoot(document.querySelector("#root"));
    globalThis.show = (guidance) =>
      root.render(guidance && <NextAction guidance={guidance} onAction={(action) => actions.push(action)} />);
  `;
  await assertWorks(await mounted("react", source));
});

test("React, from guidance to a status and back", async () => {
  const source = `
    import { createRoot } from "react-dom/client";
    import "compliance-gate/element";
    const root = createRoot(document.querySelector("#root"));
    globalThis.show = (given) => root.render(<compliance-next-action {...given} />);
  `;
  const { page, show, close } = await mounted("react-both", source);
  const { guidance } = SITUATIONS.documents;
  const status = JSON.parse(statusOf("KYC is approved", 1));
  for (const [given, screen] of [
    [{ guidance, status: null }, "due"],
    [{ guidance: null, status }, "approved"],
    [{ guidance, status: null }, "due"],
    [{ status }, "approved"],
    [{ guidance }, "due"],
    [{ guidance: null, status: null }, "loading"],
  ]) {
    await show(given);
    await shows(page, screen);
  }
  await close();
});

test("Vue", async () => {
  const source = `
    import { createApp, h, shallowRef } from "vue";
    import NextAction from "./vue.vue";
    globalThis.actions = [];
    const shown = shallowRef(null);
    globalThis.show = (guidance) => { shown.value = guidance };
    createApp({
      setup: () => () => shown.value && h(NextAction, { guidance: shown.value, onAction: (action) => actions.push(action) }),
    }).mount("#root");
  `;
  const plugins = [singleFileComponents(installed("vue/compiler-sfc"))];
  await assertWorks(await mounted("vue", source, { plugins }));
});

describe("a server component", () => {
  test("is markup before script, and keeps it through hydration", async () => {
    at.server.answer("/v1/compliance/status/customer-1", (request, response) => {
      assert.equal(request.headers.authorization, "Bearer token");
      json(response, statusOf("the user completes the SDK"));
    });
    Object.assign(process.env, { CONNECT_URL: at.server.url, CONNECT_TOKEN: "token" });
    const file = await forNode(
      "next",
      `
      import { renderToString } from "react-dom/server";
      import Page from "./next/page.jsx";
      export const html = async () => renderToString(await Page());
    `,
    );
    const { html } = await import(pathToFileURL(file).href);
    const { path } = await forBrowser(
      "next",
      `
      import { hydrateRoot } from "react-dom/client";
      import { NextActionEvents } from "./next/events.jsx";
      const place = document.querySelector("#root");
      const { html } = place.dataset;
      hydrateRoot(place, <main><h1>Your account</h1><NextActionEvents html={html} /></main>, {
        onRecoverableError: (error) => console.error(error),
      });
      globalThis.hydrated = true;
    `,
    );
    const sent = documents();
    at.server.answer("/api/next-action", (_, response) => json(response, SITUATIONS.documents.guidance));
    const markup = await html();
    assert.match(markup, /<template shadowrootmode="open">/);
    at.server.answer("/next", (_, response) => {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy({
          wasm: true,
          style: "'self' 'unsafe-inline'",
          trustedTypes: false,
        }),
      });
      const given = markup
        .match(/<compliance-next-action.*<\/compliance-next-action>/s)[0]
        .replaceAll("&", "&amp;")
        .replaceAll('"', "&quot;");
      response.end(`<!doctype html><html lang="en"><title>Next</title><div id="root" data-html="${given}">${markup}</div>
        <script type="module" src="${path}/main.js"></script></html>`);
    });
    const without = await at.open("/next", { javaScriptEnabled: false });
    await without.page.getByRole("heading", { name: "Send us 2 documents" }).waitFor();
    await without.close();
    const { page, close } = await at.open("/next");
    await page.waitForFunction(
      () => globalThis.hydrated && document.querySelector("compliance-next-action:defined"),
    );
    await sendDocument(page, sent);
    await close();
  });
});
