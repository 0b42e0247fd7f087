// Which of the readings of an input is meant: the one that holds, else the one whose refusal tells the most.
import { input } from "./input.js";
import { isEnvelope, readings } from "./readings.js";

/**
 * Tries every reading, and gives what `attempt` gave for the best one, with what was cut for it. `score` judges a
 * result, or the GateError that was thrown; 3 is as good as it gets. `isWhole` says what no reading is taken out of.
 */
export async function best(values, attempt, score, isWhole = isEnvelope) {
  const bytes = await input(values.file);
  const { all, isLimited } = values.exact
    ? { all: [{ body: bytes, cut: [] }], isLimited: false }
    : readings(bytes, isWhole);
  let chosen;
  for (const { body, cut, isBroken = false } of all) {
    const tried = attempted(attempt, body);
    const isFound = isDelivery(body);
    const points = isBroken ? BROKEN : score(tried) + (isFound ? 0.5 : 0);
    if (chosen === undefined || points > chosen.points) chosen = { ...tried, cut, points, isFound };
    if (points >= 3) break;
  }
  if (isLimited && chosen.points < 3) chosen.cut = [...chosen.cut, LIMITED];
  return chosen;
}

export const NOT_FOUND =
  "nothing here has a delivery's members: event, eventType or type with data, transaction or customer; or signature";

/** More than for a whole record that nobody signed, less than for a delivery that nobody signed. */
const BROKEN = 1.25;
const LIMITED = "this is too long to be searched to its end: pass one record, or the delivery alone";

function attempted(attempt, body) {
  try {
    return { result: attempt(body) };
  } catch (error) {
    if (error.code === undefined || error.code === "internal") throw error;
    return { error };
  }
}

/** Points for a refusal: less for what nobody signed or should read, and for what is no delivery at all. */
export function pointsFor(code) {
  if (["signature_missing", "duplicate_member", "body_too_deep", "body_too_wide"].includes(code)) return 1;
  return code.startsWith("signature_") ? 2 : 0;
}

function isDelivery(body) {
  try {
    return isEnvelope(JSON.parse(typeof body === "string" ? body : decoder.decode(body)));
  } catch {
    return false;
  }
}

const decoder = new TextDecoder();
