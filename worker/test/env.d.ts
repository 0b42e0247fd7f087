/** What the tests run with is the gate's own environment and its own entry. */
import type { Env as GateEnv } from "../src/env.ts";
import type * as gate from "../src/index.ts";

declare global {
  namespace Cloudflare {
    interface Env extends GateEnv {}
    interface GlobalProps {
      mainModule: typeof gate;
    }
  }
}
