// Time per verify in Chromium.
import { createServer } from "node:http";
import { closeBrowser, outcomeOf } from "../../tests/matrix/browser.js";
import { bundled, importing } from "./bundle.js";
import { CONTENDERS } from "./contenders.js";

const PAGE = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>';

/** Label and microseconds per call, round by round. */
export async function inBrowser(given) {
  const main = await bundled(
    `${importing(CONTENDERS.filter(({ onlyNode }) => !onlyNode))}
    import { measure } from "../measure.js";
    import { unpacked } from "./unpacked.js";
    const given = unpacked(${JSON.stringify(given)}, "browser");
    const calls = {};
    for (const [label, prepare] of prepares) calls[label] = await prepare(given);
    globalThis.outcome = await measure(calls);`,
    "browser",
  );
  const server = createServer(({ url }, response) => {
    // Isolated pages have a clock of five microseconds, others one of a hundred.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", url === "/main.js" ? "text/javascript" : "text/html; charset=utf-8");
    response.end(url === "/main.js" ? main : PAGE);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  try {
    const address = /** @type {import("node:net").AddressInfo} */ (server.address());
    return await outcomeOf(`http://127.0.0.1:${address.port}/`);
  } finally {
    server.close();
    await closeBrowser();
  }
}
