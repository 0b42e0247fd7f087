// A page's own server: the package's files, pages made by the tests, answers they set, and a strict policy for all.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { ROOT } from "../../scripts/lib/paths.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
};

/** Neither unsafe-inline nor unsafe-eval, no markup from strings, and no WebAssembly unless a test allows it. */
export function policy({ wasm = false, style = "'self'", trustedTypes = true } = {}) {
  return [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src ${style}`,
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(trustedTypes ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
  ].join("; ");
}

/** The look of a page around the element. */
const PAGE_CSS = `
  :root { color-scheme: light dark }
  body { margin: 0; padding: clamp(12px, 4vw, 32px); font: 16px/1.5 system-ui, sans-serif;
         background: light-dark(#f1f4f4, #0b1110); color: light-dark(#17211f, #e7eeec) }
  h1 { font-size: 1.25rem; margin: 0 0 1rem }
`;

/** Serves until closed. `routes` are answered first: a text is a page, a function gets request and response. */
export async function serve() {
  const routes = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    asked.push(pathname);
    const route = routes.get(pathname);
    if (typeof route === "function") return route(request, response);
    if (route) return send(response, "text/html; charset=utf-8", route.html, route.policy);
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    if (pathname === "/page.css") return send(response, TYPES[".css"], PAGE_CSS);
    const file = join(ROOT, normalize(pathname.replace(/^\/compliance-gate\//, "/pkg/esm/")));
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isFile) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    /** A page with this body, and what its policy allows beside the strictest. */
    page(path, body, { lang = "en", dir = "ltr", head = "", script = "/pkg/element.js", ...allowed } = {}) {
      const scripts = [script].flat().map((src) => `<script type="module" src="${src}"></script>`);
      const html = `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/www/favicon.svg">
        <link rel="stylesheet" href="/page.css"><title>Account</title>${head}${scripts.join("")}</head>
        <body><main><h1>Account</h1>${body}</main></body></html>`;
      routes.set(path, { html, policy: policy(allowed) });
    },
    answer: (path, respond) => routes.set(path, respond),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function send(response, type, text, contentSecurityPolicy = policy()) {
  response.writeHead(200, { "content-type": type, "content-security-policy": contentSecurityPolicy });
  response.end(text);
}

/** An answer of JSON, or of text as it stands. */
export function json(response, body, status = 200, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
