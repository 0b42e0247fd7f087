// As plain a file server as there is: a type by the file's ending, and no headers of its own.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves a directory on a free port; compressed where that is wanted. @param {string} directory */
export async function serve(directory, { compressed = false } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(directory, normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    try {
      const content = readFileSync(file);
      const headers = { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" };
      if (compressed) headers["Content-Encoding"] = "gzip";
      response.writeHead(200, headers).end(compressed ? gzipSync(content) : content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
