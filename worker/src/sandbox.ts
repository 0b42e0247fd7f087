/**
 * `POST /sandbox/deliveries`: signs the provider's own sample and posts it to the webhook route, as the provider would.
 *
 * Exists only under the binding that `npm start` sets. The sample is the one of the reference page of the provider's
 * notification webhook: `Transaction.Captured` with six string members.
 */
import { GateError, sign } from "compliance-gate";
import { readReceived } from "./body.ts";
import type { Env } from "./env.ts";
import { problem } from "./problem.ts";
import { receive } from "./receive.ts";
import { keyring } from "./settings.ts";

/** What a caller may choose; everything has a default. */
interface Options {
  /** Default `Transaction.Captured`. Any name: an unknown event is a delivery like any other. */
  readonly event?: string;
  /** Default: 24 fresh hex digits. */
  readonly id?: string;
  /** Default: what the event's name says, upper case. */
  readonly status?: string;
  /** Both amounts; another amount under the same event, id and status is a conflict. Default `50000`. */
  readonly amount?: string;
  readonly dialect?: "body" | "header";
  /** How many times more the same bytes are posted, 0 to 20. The answer is the last one's. */
  readonly repeat?: number;
}

const MAX_OPTIONS_BYTES = 4096;
const MAX_REPEAT = 20;

export async function sandbox(request: Request, env: Env, traceId: string): Promise<Response> {
  const origin = request.headers.get("Origin");
  if (origin !== null && origin !== new URL(request.url).origin) {
    return problem("cross_origin", "Another site may not send samples.", traceId);
  }
  const ring = keyring(env);
  const key = "refusal" in ring ? undefined : ring.keys[0];
  if (key === undefined) return problem("not_configured", "refusal" in ring ? ring.refusal : "", traceId);

  let text: string;
  try {
    text = new TextDecoder().decode(await readReceived(request, MAX_OPTIONS_BYTES));
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return problem("bad_parameter", `The options could not be read: ${error.message}.`, traceId);
  }
  const options = parseOptions(text);
  if (typeof options === "string") return problem("bad_parameter", options, traceId);

  const { body, headers } = sign(sample(options), key, { dialect: options.dialect ?? "body" });
  const post = () =>
    receive(
      new Request(new URL("/webhooks/conomy", request.url), { method: "POST", body, headers }),
      env,
      traceId,
    );
  let response = await post();
  for (let left = options.repeat ?? 0; left > 0; left--) response = await post();
  return response;
}

function sample(options: Options): object {
  const event = options.event ?? "Transaction.Captured";
  const amount = options.amount ?? "50000";
  return {
    event,
    data: {
      transaction: {
        id: options.id ?? freshId(),
        purchaseAmount: amount,
        totalAmount: amount,
        externalId: "123456",
        currency: "COP",
        status: options.status ?? event.slice(event.lastIndexOf(".") + 1).toUpperCase(),
      },
    },
  };
}

/** 24 hex digits, as in the provider's samples. */
function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** The options, or the sentence that says what is wrong with them. */
function parseOptions(text: string): Options | string {
  if (text.trim() === "") return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return "The options must be one JSON object, or nothing at all.";
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    return "The options must be one JSON object.";
  const options = parsed as Record<string, unknown>;
  for (const name of ["event", "id", "status", "amount"]) {
    if (options[name] !== undefined && typeof options[name] !== "string") return `${name} must be a string.`;
  }
  const { dialect, repeat } = options;
  if (dialect !== undefined && dialect !== "body" && dialect !== "header")
    return 'dialect must be "body" or "header".';
  if (
    repeat !== undefined &&
    !(Number.isInteger(repeat) && Number(repeat) >= 0 && Number(repeat) <= MAX_REPEAT)
  ) {
    return `repeat must be a whole number from 0 to ${MAX_REPEAT}.`;
  }
  return options as Options;
}
