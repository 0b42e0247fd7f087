// Next.js: a route handler, an edge route and a client component, by both of its bundlers.

import { outcomeOf } from "../browser.js";
import { site } from "../site.js";
import { versionOf } from "../versions.js";

const CHECK = (suite) => `
  import * as gate from "compliance-gate";
  import * as guidance from "compliance-gate/guidance";
  import * as kyc from "compliance-gate/kyc";
  import { check } from "${suite}";
`;
const ROUTE = `${CHECK("../../suite.mjs")}
  export const dynamic = "force-dynamic";
  export const GET = async () => Response.json(await check(gate, guidance, kyc));
`;
const FILES = {
  "app/node/route.js": ROUTE,
  "app/page.js": `"use client";
    import { useEffect } from "react";
    ${CHECK("../suite.mjs")}
    export default function Page() {
      useEffect(() => {
        globalThis.outcome = check(gate, guidance, kyc);
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
    export default async () => Response.json(await check(gate, guidance, kyc));
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
      return site(await project({ ...FILES, ...edge }), { options }, async (url) => [
        await (await fetch(`${url}/node`)).json(),
        await (await fetch(`${url}${edgePath}`)).json(),
        await outcomeOf(url),
      ]);
    },
  };
}
