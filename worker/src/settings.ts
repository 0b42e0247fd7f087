/**
 * Reads the settings of a request's environment; nothing is read when the module loads.
 *
 * The sandbox secret is the one of the provider's own sample (vendor page "Handling webhooks", `WEBHOOK_SECRET`):
 * everybody knows it, so it is refused wherever `npm start` did not set the local binding.
 */
import { createVerifier, GateError, type Key, type Verifier } from "compliance-gate";
import type { Env } from "./env.ts";
import { log } from "./log.ts";

export const SANDBOX_SECRET = "WEBHOOK_SECRET";

const DEFAULT_ENVIRONMENT = "production";
const DEFAULT_SHARDS = 8;
const MAX_SHARDS = 256;

/** The keys in use, or the sentence that says why there are none. It never holds a secret. */
export type Keyring =
  | { readonly verifier: Verifier; readonly keys: readonly Key[] }
  | { readonly refusal: string };

let kept:
  | { readonly source: string | undefined; readonly local: boolean; readonly ring: Keyring }
  | undefined;

/** Kept per isolate, so that keys are prepared once; a changed setting makes a new one. */
export function keyring(env: Env): Keyring {
  // It may be recorded for ever, see `shards.ts`: better no delivery than another number than was meant.
  if (shardsSetting(env) === null) {
    return refuse("shards_invalid", `GATE_SHARDS must be a whole number from 1 to ${MAX_SHARDS}.`);
  }
  const source = env.CONOMY_WEBHOOK_SECRETS;
  const local = env.GATE_SANDBOX === "local";
  if (kept === undefined || kept.source !== source || kept.local !== local) {
    kept = { source, local, ring: makeKeyring(source, local) };
  }
  return kept.ring;
}

function makeKeyring(source: string | undefined, local: boolean): Keyring {
  if (source === undefined || source.trim() === "") {
    return refuse("no_keys_set", "No webhook secret is set: CONOMY_WEBHOOK_SECRETS is empty.");
  }
  const keys = parseKeys(source);
  if (keys === null) {
    return refuse(
      "keys_unreadable",
      'CONOMY_WEBHOOK_SECRETS starts with "{" but is not a JSON object of non-empty strings.',
    );
  }
  if (!local && keys.some(isSandboxSecret)) {
    return refuse(
      "sandbox_secret_refused",
      "CONOMY_WEBHOOK_SECRETS holds the sandbox secret that everybody knows. Only the local gate takes it.",
    );
  }
  try {
    return { verifier: createVerifier({ keys }), keys };
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return refuse(error.code, error.message);
  }
}

/** With a newline from a file around it, it is as well known. */
function isSandboxSecret({ secret }: Key): boolean {
  return typeof secret === "string" && secret.trim() === SANDBOX_SECRET;
}

function refuse(code: string, refusal: string): Keyring {
  log("error", { code });
  return { refusal };
}

function parseKeys(source: string): Key[] | null {
  if (!source.trimStart().startsWith("{")) return [{ secret: source }];
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return null;
  }
  const entries = Object.entries(parsed as Record<string, unknown>);
  const keys = entries.flatMap(([id, secret]) =>
    typeof secret === "string" && secret !== "" ? [{ id, secret }] : [],
  );
  return keys.length > 0 && keys.length === entries.length ? keys : null;
}

export function environment(env: Env): string {
  return env.GATE_ENVIRONMENT?.trim() || DEFAULT_ENVIRONMENT;
}

/**
 * The shards asked for; null where that is no number of shards. A recorded number wins over it: see `shards.ts`.
 */
export function shardsSetting(env: Env): number | null {
  const asked = Number(env.GATE_SHARDS?.trim() || DEFAULT_SHARDS);
  return Number.isInteger(asked) && asked >= 1 && asked <= MAX_SHARDS ? asked : null;
}
