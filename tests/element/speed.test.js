// How soon a customer's page can be read and used, on slower lines and a slower machine. The times are told, not judged:
// the machine that runs this is as quick as it is. The bytes are judged.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { render } from "../../pkg/element/render.js";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { PROFILES, slowDown } from "../playground/speed.js";
import { serve } from "../playground/static-server.js";
import { stage } from "./browser.js";
import { forBrowser } from "./bundle.js";
import { SITUATIONS, statusOf } from "./situations.js";

const LIMIT = 60 * 1024;
const { guidance } = SITUATIONS.documents;
const plain = (attributes, inside = "") =>
  `<compliance-next-action ${attributes}>${inside}</compliance-next-action>`;

/** Each way to give the element what it shows; only the last needs the wasm before anything can be read. */
const WAYS = {
  "markup from a server": render(guidance, { lang: "es" }),
  "guidance fetched from src": plain('src="guidance.json"'),
  "a status fetched from src": plain('src="status.json"'),
};

const at = stage();
let site;
before(async () => {
  const { path } = await forBrowser("speed", 'import "compliance-gate/element";');
  const directory = join(ROOT, path);
  writeFileSync(join(directory, "guidance.json"), JSON.stringify(guidance));
  writeFileSync(join(directory, "status.json"), statusOf("the user completes the SDK"));
  Object.values(WAYS).forEach((body, index) => {
    const head = '<meta charset="utf-8"><title>Account</title><link rel="icon" href="data:,">';
    const script = '<script type="module" src="main.js"></script>';
    const page = `<!doctype html><html lang="es"><head>${head}${script}</head><body><h1>Cuenta</h1>${body}</body></html>`;
    writeFileSync(join(directory, `${index}.html`), page);
  });
  site = await serve(directory, { compressed: true });
});
after(() => site?.stop());

/** Runs in the page: notes when the next step can be read, and when it can be acted on. */
function watch() {
  globalThis.times = {};
  const look = () => {
    const element = document.querySelector("compliance-next-action");
    const now = Math.round(performance.now());
    if (element?.shadowRoot?.querySelector("[data-screen=due]")) {
      globalThis.times.read ??= now;
      if (element.matches(":defined")) globalThis.times.used ??= now;
    }
    if (!globalThis.times.used) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

for (const [profile, limits] of Object.entries(PROFILES)) {
  describe(`how soon, and how much: ${profile}`, () => {
    for (const [index, way] of Object.keys(WAYS).entries()) {
      test(way, async (context) => {
        const visitor = await at.browser.newContext();
        const page = await visitor.newPage();
        if (limits !== null) await slowDown(await visitor.newCDPSession(page), limits);
        await page.addInitScript(watch);
        await page.goto(`${site.url}${index}.html`, { waitUntil: "commit" });
        await page.waitForFunction(() => globalThis.times?.used);
        const { read, used, bytes } = await page.evaluate(() => ({
          ...globalThis.times,
          bytes: performance
            .getEntries()
            .reduce((sum, { encodedBodySize }) => sum + (encodedBodySize ?? 0), 0),
        }));
        context.diagnostic(`read after ${read} ms, used after ${used} ms; ${bytes} bytes`);
        assert.ok(used >= read);
        assert.ok(bytes <= LIMIT, `${bytes} bytes`);
        await visitor.close();
      });
    }
  });
}
