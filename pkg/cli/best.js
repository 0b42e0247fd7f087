// Which of the readings of an input is meant: the one that holds, else the one whose refusal tells the most.
import { input } from "./input.js";
import { hasMembers, isEnvelope, readings } from "./readings.js";

/**
 * Tries every reading, and gives what `attempt` gave for the best one, with what was cut for it. `score` judges a
 * result, or the GateError that was thrown; 3 is as good as it gets. `isWhole` says what no reading is taken out of.
 * `others` are the deliveries beside it; `holdsAnother` says whether one that is as good as it gets is inside a whole,
 * `isLimited` whether the search stopped before the end, `hasHeader` whether the signature's header is mentioned.
 */
export async function best(values, attempt, score, isWhole = isEnvelope) {
  const bytes = await input(values.file);
  const { all, isLimited } = values.exact
    ? { all: [{ body: bytes, cut: [] }], isLimited: false }
    : readings(bytes, isWhole);
  const tried = all.map((reading) => judged(reading, attempt, score));
  const first = tried.reduce((chosen, one) => (one.points > chosen.points ? one : chosen));
  const chosen = refusedBeside(first, tried) ?? first;
  const others = othersThan(chosen, tried);
  const holdsAnother = first.points < HOLDS && !values.exact && isHeldInside(bytes, attempt, score);
  const beside = others.filter(({ points, result }) => points >= SIGNED && !sameText(result, chosen.result));
  const notes = [
    beside.length > 0 &&
      `${beside.length === 1 ? "another delivery stands" : `${beside.length} others stand`} beside it; ${ALONE}`,
    holdsAnother && `another delivery stands inside it, and has another verdict; ${ALONE}`,
    isLimited && LIMITED,
  ];
  const hasHeader = /x.webhook.signature/i.test(String(bytes));
  return {
    ...chosen,
    cut: [...chosen.cut, ...notes.filter(Boolean)],
    others,
    holdsAnother,
    isLimited,
    hasHeader,
  };
}

export const NOT_FOUND =
  "found nothing that has a delivery's members: event, eventType or type with data, transaction or customer; or signature";
export const LIMITED = "the search stopped at a limit: pass one record, or the delivery alone";

/** Points of what holds, of what another key signed or somebody altered, and of what has any signature. */
const HOLDS = 3;
const MISMATCHED = 2.25;
const SIGNED = 2;
/** More for what has a delivery's members. */
const FOUND = 0.5;
/** More than for a whole record that nobody signed, less than for a delivery that nobody signed. */
const BROKEN = 1.25;
const ALONE = "if that one is meant, pass it alone";

function judged({ body, cut, isBroken = false }, attempt, score) {
  const tried = attempted(attempt, body);
  const value = parsed(body);
  const isFound = value !== undefined && hasMembers(value);
  const points = isBroken ? BROKEN : score(tried) + (isFound ? FOUND : 0);
  const delivery = isFound && isEnvelope(value) ? JSON.stringify(value) : undefined;
  return { ...tried, cut, points, isFound, delivery, isSigned: isFound && Object.hasOwn(value, "signature") };
}

function attempted(attempt, body) {
  try {
    return { result: attempt(body) };
  } catch (error) {
    if (error.code === undefined || error.code === "internal") throw error;
    return { error };
  }
}

/** The first that its own signature refuses, beside one that holds: of both together, nobody should read "genuine". */
function refusedBeside(chosen, tried) {
  if (chosen.points < HOLDS) return undefined;
  const isRefused = ({ isSigned, points }) => isSigned && points >= MISMATCHED + FOUND && points < HOLDS;
  return othersThan(chosen, tried).find(isRefused);
}

/** The other deliveries, each in its best reading. */
function othersThan(chosen, tried) {
  const byContent = new Map();
  for (const one of tried) {
    if (one.delivery === undefined || one.delivery === chosen.delivery) continue;
    if (one.points > (byContent.get(one.delivery)?.points ?? -1)) byContent.set(one.delivery, one);
  }
  return [...byContent.values()];
}

/** Whether one that holds can be read where nothing is a whole. */
function isHeldInside(bytes, attempt, score) {
  return readings(bytes, () => false).all.some((one) => judged(one, attempt, score).points >= HOLDS);
}

function sameText(one, other) {
  return typeof one === "string" && one === other;
}

/** Points for a refusal: less for what nobody signed or should read, and for what is no delivery at all. */
export function pointsFor(code) {
  if (["signature_missing", "duplicate_member", "body_too_deep", "body_too_wide"].includes(code)) return 1;
  if (code === "signature_mismatch") return MISMATCHED;
  return code.startsWith("signature_") ? SIGNED : 0;
}

function parsed(body) {
  try {
    const value = JSON.parse(typeof body === "string" ? body : decoder.decode(body));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder();
