// Compiled, never run: the types of compliance-gate as callers use them, and its API to the letter. A change that fails
// here is one that callers see.

import type * as gate from "compliance-gate";
import {
  createVerifier,
  type Delivery,
  type DeliveryJson,
  GateError,
  type GateErrorCode,
  type HeadersLike,
  type idempotencyKey,
  type Key,
  type readBody,
  type RawBody,
  type Secret,
  sign,
  type SignedDelivery,
  type Verifier,
  type VerifierOptions,
} from "compliance-gate";
import type * as slim from "compliance-gate/slim";
import type { Same } from "./same.ts";

export const api: [
  Same<keyof typeof gate, "GateError" | "createVerifier" | "idempotencyKey" | "readBody" | "sign">,
  Same<Exclude<keyof typeof slim, keyof typeof gate>, "init">,
  Same<typeof slim.init, (wasm: WebAssembly.Module | ArrayBuffer | ArrayBufferView) => void>,
  Same<typeof slim.createVerifier, typeof createVerifier>,
  Same<typeof createVerifier, (options: VerifierOptions) => Verifier>,
  Same<typeof idempotencyKey, (signedText: string) => string>,
  Same<typeof readBody, (request: Request, maxBytes?: number) => Promise<Uint8Array>>,
  Same<
    typeof sign,
    (
      unsigned: RawBody | object,
      key: Secret | Key,
      options?: { readonly dialect?: "body" | "header" | undefined } | null,
    ) => SignedDelivery
  >,
  Same<ConstructorParameters<typeof GateError>, [code: GateErrorCode, message: string, cause?: unknown]>,
  Same<keyof Verifier, "explain" | "maxBodyBytes" | "verify" | "verifyRequest">,
  Same<Parameters<Verifier["verify"]>, [body: RawBody, headers?: HeadersLike | null]>,
  Same<ReturnType<Verifier["verify"]>, Delivery>,
  Same<ReturnType<Verifier["verifyRequest"]>, Promise<Delivery>>,
  Same<RawBody, Uint8Array | ArrayBuffer | string>,
  Same<Exclude<keyof Delivery, keyof DeliveryJson>, "toJSON">,
  Same<
    keyof DeliveryJson,
    | "contentId"
    | "dialect"
    | "event"
    | "form"
    | "idempotencyKey"
    | "keyId"
    | "known"
    | "payload"
    | "scope"
    | "signedText"
    | "subject"
    | "uncovered"
  >,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

const verifier = createVerifier({
  keys: ["now", { id: "before", secret: new Uint8Array(8) }],
  dialect: "auto",
  forms: ["wire"],
  scopes: ["whole-body", "event-data"],
  maxBodyBytes: 1024,
});
verifier.verify(new ArrayBuffer(8), new Headers());
verifier.verify(Buffer.from("{}"), { "x-webhook-signature": ["a"], host: undefined });
verifier.verify("{}", new Map([["X-Webhook-Signature", "a"]]));
verifier.verify("{}", [["X-Webhook-Signature", "a"]]);
// @ts-expect-error: a parsed body is no longer what was signed
verifier.verify({ event: "e" });
// @ts-expect-error: there are no other dialects
createVerifier({ keys: "a", dialect: "query" });
// @ts-expect-error: without keys nothing can be verified
createVerifier({});
// @ts-expect-error: what was verified is not to be changed
verifier.verify("{}").event = "e";

sign(Buffer.from("{}"), "a");
sign(new ArrayBuffer(2), "a");
// @ts-expect-error: a number is no delivery
sign(5, "a");

export function answer(delivery: Delivery): string | null {
  const { cause } = { cause: verifier.explain("{}").causes[0]?.code };
  switch (cause) {
    case "no_signature":
    case "not_64_hex":
    case "not_allowed":
    case "reencoded":
    case "secret_whitespace":
    case "unreadable":
    case "wrong_key_or_altered":
    case undefined:
      return delivery.subject.id;
  }
}

export const status = (error: unknown): number => (error instanceof GateError ? error.status : 500);
