// A site of Next.js, built and started.

import { join } from "node:path";
import { environment, nodeBinary } from "../../scripts/lib/environment.mjs";
import { MATRIX, write } from "../../scripts/lib/pack.mjs";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { server } from "./server.js";

const NEXT = join(MATRIX, "node_modules", "next", "dist", "bin", "next");
/** The site stands inside this repository, whose lock files Next would otherwise choose among. */
const SETTINGS = JSON.stringify({ turbopack: { root: ROOT }, outputFileTracingRoot: ROOT });
const COMMON = {
  "next.config.mjs": `export default ${SETTINGS};`,
  "app/layout.js": `
    export default function Layout({ children }) {
      return <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;
    }
  `,
};

/** Builds the project's routes and starts the site while `work` runs, which is given its address. */
export async function site(cwd, { options = [], set = {} }, work) {
  const env = environment({ set: { NEXT_TELEMETRY_DISABLED: "1", ...set } });
  write(cwd, COMMON);
  await run(nodeBinary(), [NEXT, "build", ...options], { cwd, env, timeout: 300 });
  const start = (port) => [NEXT, "start", "--hostname", "127.0.0.1", "--port", `${port}`];
  return server(nodeBinary(), start, { cwd, env }, work);
}
