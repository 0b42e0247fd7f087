// `node scripts/element-picture.mjs`: docs/element.webp, the picture in the documentation, of the real element.

import { statSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { render } from "../pkg/element/render.js";
import { SITUATIONS } from "../tests/element/situations.js";
import { CHROME_ARGUMENTS, chrome } from "./lib/browser.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { fail } from "./lib/step.mjs";

const PICTURE = fromRoot("docs", "element.webp");
const LARGEST = 60 * 1024;

const card = (/** @type {string} */ name, /** @type {string} */ scheme, /** @type {string} */ lang) =>
  `<div style="color-scheme: ${scheme}">${render(SITUATIONS[name].guidance, { lang })}</div>`;

const PAGE = `<!doctype html><style>
  body { margin: 0; padding: 24px; width: 852px; display: grid; grid-template-columns: 1fr 1fr; gap: 24px;
         align-items: start; background: #e6ebea; font: 14px/1.5 system-ui, sans-serif }
  section { display: grid; gap: 24px }
</style><body>${card("documents", "light", "en")}<section>
  ${card("identity", "dark", "es")}${card("approved", "light", "pt")}</section></body>`;

const executablePath = chrome();
if (executablePath === null) fail("There is no Chrome or Chromium: npm run setup installs one.");
else {
  const browser = await chromium.launch({ executablePath, args: CHROME_ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 900, height: 400 }, deviceScaleFactor: 1.25 });
  await page.setContent(PAGE);
  const height = await page.evaluate(() => document.body.offsetHeight);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 85,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: 900, height, scale: 1 },
  });
  writeFileSync(PICTURE, Buffer.from(data, "base64"));
  await browser.close();
  const { size } = statSync(PICTURE);
  console.log(`${PICTURE}: ${size} bytes`);
  if (size > LARGEST) fail(`The picture is larger than ${LARGEST} bytes.`);
}
