// Which of the readings of an input is meant: the one that holds, else the one whose refusal tells the most.
import { input } from "./input.js";
import { isEnvelope, readings } from "./readings.js";

/**
 * Tries every reading, and gives what `attempt` gave for the best one, with what was cut for it. `score` judges a
 * result, or the GateError that was thrown; 3 is as good as it gets. `isWhole` says what no reading is taken out of.
 */
export async function best(values, attempt, score, isWhole = isEnvelope) {
  const bytes = await input(values.file);
  const all = values.exact ? [{ body: bytes, cut: [] }] : readings(bytes, isWhole);
  let chosen;
  for (const { body, cut } of all) {
    const tried = attempted(attempt, body);
    const points = score(tried) + (isDelivery(body) ? 0.5 : 0);
    if (chosen === undefined || points > chosen.points) chosen = { ...tried, cut, points };
    if (points >= 3) break;
  }
  return chosen;
}

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
