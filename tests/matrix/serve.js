// A server of files, and of nothing else: it knows types and sets the policy it is given.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** Serves a directory while `work` runs, which is given its address. */
export async function served(directory, policy, work) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://served");
    const path = join(directory, normalize(pathname === "/" ? "index.html" : pathname));
    const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream" };
    if (policy !== null) headers["content-security-policy"] = policy;
    const file = await readFile(path).catch(() => null);
    if (file !== null) response.writeHead(200, headers).end(file);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
