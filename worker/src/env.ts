/** What the gate is given: bindings and settings. `settings.ts` reads the settings, per request. */
import type { Ledger, Pointer } from "./ledger.ts";

export interface Env {
  /** The shards of the ledger. */
  readonly LEDGER: DurableObjectNamespace<Ledger>;
  /** Pointers to deliveries that are to be handed on. */
  readonly DELIVERIES: Queue<Pointer>;
  /** The index of deliveries. */
  readonly INDEX: D1Database;

  /** Secret. One webhook secret as it is, or a JSON object `{"key id": "secret", …}` of up to eight (rotation). */
  readonly CONOMY_WEBHOOK_SECRETS?: string;
  /** Secret. The bearer token of `/api`. */
  readonly GATE_API_TOKEN?: string;
  /** Which of the provider's environments posts here; part of a delivery's identity. Default `production`. */
  readonly GATE_ENVIRONMENT?: string;
  /** How many shards the ledger has. Read once, at the first deployment, and recorded. Default 8. */
  readonly GATE_SHARDS?: string;
  /** `local` under `npm start`, which alone sets it. */
  readonly GATE_SANDBOX?: string;
}
