// Next.js: a route handler, an edge route and a client component, by both of its bundlers.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { environment, nodeBinary } from "../../../scripts/lib/environment.mjs";
import { ROOT } from "../../../scripts/lib/paths.mjs";
import { MATRIX } from "../../../scripts/lib/pack.mjs";
import { run } from "../../../scripts/lib/run.mjs";
import { outcomeOf } from "../browser.js";
import { versionOf } from "../versions.js";

const NEXT = join(MATRIX, "node_modules", "next", "dist", "bin", "next");

const CHECK = (suite) => `
  import * as gate from "compliance-gate";
  import * as guidance from "compliance-gate/guidance";
  import { check } from "${suite}";
`;
const ROUTE = `${CHECK("../../suite.mjs")}
  export const dynamic = "force-dynamic";
  export const GET = async () => Response.json(await check(gate, guidance));
`;
const ROOTS = JSON.stringify({ turbopack: { root: ROOT }, outputFileTracingRoot: ROOT });
const FILES = {
  "next.config.mjs": `export default ${ROOTS};`,
  "app/layout.js": `
    export default function Layout({ children }) {
      return <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;
    }
  `,
  "app/node/route.js": ROUTE,
  "app/page.js": `"use client";
    import { useEffect } from "react";
    ${CHECK("../suite.mjs")}
    export default function Page() {
      useEffect(() => {
        globalThis.outcome = check(gate, guidance);
      }, []);
      return guidance.interpretStatus({ isCompliant: true }).phase;
    }
  `,
};
const EDGE = { "app/edge/route.js": `${ROUTE} export const runtime = "edge";` };
/** With webpack, this version of Next builds no edge route of the app directory, whatever is in it. */
const EDGE_OF_PAGES = {
  "pages/api/edge.js": `${CHECK("../../suite.mjs")}
    export const config = { runtime: "edge" };
    export default async () => Response.json(await check(gate, guidance));
  `,
};

export const rows = [
  row("Turbopack", [], EDGE, "/edge"),
  row("webpack", ["--webpack"], EDGE_OF_PAGES, "/api/edge"),
];

function row(bundler, options, edge, edgePath) {
  return {
    runtime: `Next.js ${versionOf("next")}, ${bundler}`,
    how: "route handler · edge route · client component",
    async run(project) {
      const cwd = await project({ ...FILES, ...edge });
      await run(nodeBinary(), [NEXT, "build", ...options], { cwd, env: quiet(), timeout: 300 });
      return started(cwd, async (url) => [
        await (await fetch(`${url}/node`)).json(),
        await (await fetch(`${url}${edgePath}`)).json(),
        await outcomeOf(url),
      ]);
    },
  };
}

/** Starts the built site while `work` runs, which is given its address. */
async function started(cwd, work) {
  const server = spawn(nodeBinary(), [NEXT, "start", "--hostname", "127.0.0.1", "--port", "0"], {
    cwd,
    env: quiet(),
  });
  try {
    return await work(await addressOf(server));
  } finally {
    server.kill();
    await new Promise((resolve) => server.once("close", resolve));
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
        if (url !== null && output.includes("Ready")) resolve(url[0]);
      });
    }
    server.once("close", () => reject(new Error(`next start ended:\n${output}`)));
  });
}

function quiet() {
  return environment({ set: { NEXT_TELEMETRY_DISABLED: "1" } });
}
