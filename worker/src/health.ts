/** `GET /healthz`: whether deliveries can be taken. Holds no secret. */
import { version } from "../../package.json";
import { within } from "./deadline.ts";
import type { Env } from "./env.ts";
import { environment, keyring, shardsSetting } from "./settings.ts";
import { shardCount } from "./shards.ts";

const LIMIT_MS = 5_000;

export async function health(env: Env): Promise<Response> {
  const setting = shardsSetting(env);
  const recorded = await within(LIMIT_MS, shardCount(env)).catch(() => null);
  const configured = !("refusal" in keyring(env));
  const status = recorded === null ? "unavailable" : configured ? "ok" : "not_configured";
  return Response.json(
    {
      status,
      version,
      environment: environment(env),
      shards: {
        recorded,
        setting,
        ...(recorded !== null && setting !== null && recorded !== setting
          ? {
              note: `GATE_SHARDS asks for ${setting}; the ${recorded} recorded stay in force.`,
            }
          : {}),
      },
      api: env.GATE_API_TOKEN ? "ok" : "not_configured",
      sandbox: env.GATE_SANDBOX === "local",
    },
    { status: status === "ok" ? 200 : 503 },
  );
}
