import { idempotencyKey } from "../inline.js";
import { PASTED } from "./arguments.js";
import { best, LIMITED, NOT_FOUND, pointsFor } from "./best.js";
import { utf8 } from "./input.js";
import { paint, plain, printJson } from "./paper.js";
import { UsageError } from "./usage-error.js";

export const key = {
  name: "key",
  about:
    "Prints the idempotency key of a payload: what your store has it under. It does not verify, and so needs no " +
    "secret; act on nothing because of it.",
  examples: [
    "compliance-gate key payload.json",
    "grep 67a0307eaddea901a60144ec app.log | tail -1 | compliance-gate key",
  ],
  options: PASTED,
  run,
};

/** Begins what identifies a payload by its content. */
const BY_CONTENT = /(^|:)%sha256:/;

async function run(values) {
  const { result, error, cut, others, holdsAnother, isFound, isSigned, isLimited } = await best(
    values,
    (body) => idempotencyKey(typeof body === "string" ? body : utf8(body)),
    ({ result, error }) => (error ? pointsFor(error.code) : BY_CONTENT.test(result) ? 1 : 3),
  );
  const isOther = (other) =>
    other.result !== undefined && !BY_CONTENT.test(other.result) && other.result !== result;
  if (others.some(isOther) || holdsAnother) throw new UsageError(SEVERAL);
  if (error) throw error;
  if (!isFound) {
    throw Object.assign(new Error(isLimited ? LIMITED : NOT_FOUND), { code: "no_delivery", status: 400 });
  }
  const notes = [...cut, ...(BY_CONTENT.test(result) ? [CONTENT] : []), ...(isSigned ? [SIGNED] : [])];
  if (values.json) printJson({ ok: true, idempotencyKey: result, cut: notes });
  else {
    const { dim } = paint(process.stderr);
    for (const note of notes) process.stderr.write(`${dim(plain(note))}\n`);
    process.stdout.write(`${plain(result)}\n`);
  }
  return 0;
}

const SEVERAL = "there are several deliveries here, with different keys: pass the one you mean alone";
const CONTENT = "nothing in it identifies an event, so the key is a hash of every byte given";
const SIGNED = "what its signature covers decides the key: verify gives the right one";
