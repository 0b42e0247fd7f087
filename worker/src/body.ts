/**
 * Reads a request's body under the cap, and sees to it that a refusal still reaches the sender.
 *
 * A server that answers 413 and hangs up while the sender is still writing often gives it a broken connection in
 * place of the answer. So what is over the cap is read and thrown away, up to a limit, before the refusal.
 */
import { GateError, readBody } from "compliance-gate";
import { DeadlineError, within } from "./deadline.ts";

const DRAIN_LIMIT_BYTES = 32 * 1024 * 1024;
const DRAIN_LIMIT_MS = 5_000;
/** Who waits for an answer before it sends gets one. */
const IDLE_LIMIT_MS = 1_000;
/** The provider gives up after ten seconds; nobody reads an answer to what takes longer. */
const READ_LIMIT_MS = 10_000;

export async function readReceived(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get("Content-Length") ?? Number.NaN);
  if (request.body === null || declared <= maxBytes) return inTime(readBody(request, maxBytes));

  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  const source = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  // What declares too much is refused by that, before anything of it is waited for.
  const headers = declared > maxBytes ? { "Content-Length": String(declared) } : undefined;
  try {
    return await inTime(readBody({ headers: new Headers(headers), body: source } as Request, maxBytes));
  } catch (error) {
    if (error instanceof GateError && error.code === "body_too_large") {
      await within(DRAIN_LIMIT_MS, drain(reader)).catch(() => {});
    }
    await reader.cancel().catch(() => {});
    throw error;
  }
}

/** Reads away what nobody has read of a request that is answered all the same. */
export async function letGo(request: Request): Promise<void> {
  if (request.body === null || request.bodyUsed || request.body.locked) return;
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  await within(DRAIN_LIMIT_MS, drain(reader)).catch(() => {});
  await reader.cancel().catch(() => {});
}

async function inTime(reading: Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await within(READ_LIMIT_MS, reading);
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    const seconds = READ_LIMIT_MS / 1_000;
    throw new GateError("body_unreadable", `expected the whole body within ${seconds} seconds, found less`);
  }
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = DRAIN_LIMIT_BYTES; left > 0; ) {
    const { done, value } = await within(IDLE_LIMIT_MS, reader.read());
    if (done) return;
    left -= value.byteLength;
  }
}
