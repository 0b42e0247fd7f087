// What a pasted text may be: a delivery as it was posted, or one in a log line. Every reading says what was cut for it;
// which of them holds is for the core to decide, never for a guess. A delivery is read as a whole: a genuine one inside
// an altered one makes nothing of it genuine.

import { outline } from "./outline.js";
import { inQuotes, quoted } from "./quoted.js";

/**
 * @typedef {object} Reading
 * @property {Uint8Array | string} body
 * @property {string[]} cut what was cut or undone, in words; empty for the bytes as they are
 * @property {boolean} [isBroken] whether an object begins in it and never ends, as where a logger cut it off
 */

/** Beyond these, a text is no log line. */
const MAX_READINGS = 64;
const MAX_STARTS = 200;
/** As long as what takes the effort of another start. */
const LONG = 50_000;
const MAX_LENGTH = 2 * 1024 * 1024;
/** Of objects and texts in one another: common records have five. */
const MAX_DEPTH = 8;
/** Members of what the commands read. */
const NAMES = [
  "event",
  "eventType",
  "type",
  "signature",
  "isCompliant",
  "nextAction",
  "onboardingStatus",
  "checks",
];

/** Members that name an event, and those that it is about something in: see src/envelope.rs. */
const EVENTS = ["event", "eventType", "type"];
const SUBJECTS = ["data", "transaction", "customer"];

/**
 * The bytes as they are first; nothing is taken out of an object that `isWhole`. And whether there may be more.
 * @param {Uint8Array} bytes
 * @param {(value: object) => boolean} isWhole
 * @returns {{ all: Reading[], isLimited: boolean }}
 */
export function readings(bytes, isWhole) {
  /** @type {Reading[]} */
  const all = [{ body: bytes, cut: [] }];
  const found = { all, isWhole, isLimited: false };
  const text = decoded(bytes);
  if (text === undefined) return found;
  if (text.length > MAX_LENGTH) return { all, isLimited: true };
  const trimmed = text.trim();
  if (trimmed.length < text.length) all.push({ body: trimmed, cut: [aroundIt(text)] });
  if (isObject(trimmed)) inside(JSON.parse(trimmed), "", [], found, 0);
  else search(trimmed, [], found, 0);
  const isLimited = found.isLimited || all.length >= MAX_READINGS;
  return { all: all.slice(0, MAX_READINGS), isLimited };
}

/**
 * Whether it claims to be a delivery: it names an event and says something of it, or has a signature beside either.
 * Log records name events as well, or have signatures among their members, with a delivery as text in them.
 * @param {object} value
 */
export function isEnvelope(value) {
  const has = isIn(value);
  if (has("signature")) return EVENTS.some(has) || SUBJECTS.some(has);
  const holds = (name) => typeof value[name] === "object" && value[name] !== null;
  return (
    EVENTS.some((name) => has(name) && !holds(name)) && SUBJECTS.some((name) => has(name) && holds(name))
  );
}

/** Whether anything in it is a delivery's. @param {object} value */
export function hasMembers(value) {
  const has = isIn(value);
  return has("signature") || (EVENTS.some(has) && SUBJECTS.some(has));
}

/** A Buffer has the names of a delivery by chance. */
function isIn(value) {
  const isOther = isBuffer(value);
  return (name) => !isOther && Object.hasOwn(value, name);
}

/** What JSON makes of a Buffer. */
function isBuffer(value) {
  const { type, data } = value;
  if (type !== "Buffer" || !Array.isArray(data)) return false;
  return data.every(Number.isInteger) && Object.keys(value).length === 2;
}

/** Objects in a text, plain or in quotes. */
function search(text, cut, found, depth) {
  let from = 0;
  for (let effort = 0; effort < MAX_STARTS && found.all.length < MAX_READINGS; effort += 1) {
    const start = text.indexOf("{", from);
    if (start === -1) return;
    from = start + 1;
    const object = inQuotes(text, start) ?? outline(text, start);
    if (object === undefined) continue;
    const part = text.slice(start, object.end);
    const notes = [...cut, ...outside(text, start, object.end)];
    if (object.content !== undefined) {
      within(object.content, [...notes, object.note], found, depth);
    } else if (isObject(part)) {
      found.all.push({ body: part, cut: notes });
      inside(JSON.parse(part), "", notes, found, depth);
    } else if (!object.members || found.isWhole(object.members)) {
      // What is in a broken object stays there, as in a whole one.
      const undone = text[start - 1] === "'" ? quoted(text, start) : [];
      for (const { content, note } of undone) within(content, [...cut, note], found, depth);
      found.all.push({ body: part, cut: notes, isBroken: true });
    } else {
      // What is in it is looked at again.
      effort += part.length / LONG;
      continue;
    }
    from = object.end;
  }
  found.isLimited ||= text.includes("{", from);
}

/** A string that may hold a delivery: an object, or one more level of text around it. */
function within(text, cut, found, depth) {
  if (isAtLimit(found, depth)) return;
  if (isObject(text)) {
    found.all.push({ body: text, cut });
    inside(JSON.parse(text), "", cut, found, depth + 1);
  } else search(text, cut, found, depth + 1);
}

function isAtLimit(found, depth) {
  const isLimit = depth >= MAX_DEPTH || found.all.length >= MAX_READINGS;
  found.isLimited ||= isLimit;
  return isLimit;
}

/** Where a record has text as bytes: a Buffer, and what gateways make of a body that they do not take for text. */
function encoded(value, path) {
  if (isBuffer(value)) return [value.data, `Buffer at ${path || "."}`];
  const { isBase64Encoded, body } = value;
  return isBase64Encoded === true && typeof body === "string" ? [body, `Base64 at ${path}.body`] : [];
}

/** The strings with JSON in them, and the objects that may be deliveries or statuses, in a log record. */
function inside(value, path, cut, found, depth) {
  if (found.isWhole(value) || isAtLimit(found, depth)) return;
  const [bytes, what] = encoded(value, path);
  const text = bytes && decoded(Buffer.from(bytes, "base64"));
  if (text) within(text, [...cut, `decoded the ${what}`], found, depth);
  for (const [name, member] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`;
    if (typeof member === "string" && member.includes("{")) {
      within(member, [...cut, `took the string at ${place}`], found, depth);
    } else if (typeof member === "object" && member !== null) {
      if (!Array.isArray(member) && NAMES.some((name) => Object.hasOwn(member, name))) {
        found.all.push({
          body: JSON.stringify(member),
          cut: [...cut, `printed the object at ${place} again`],
        });
      }
      inside(member, place, cut, found, depth + 1);
    }
  }
}

function outside(text, start, end) {
  const notes = [];
  if (start > 0) notes.push(`cut ${counted(start)} before the JSON: ${shown(text.slice(0, start), -40)}`);
  const rest = text.length - end;
  if (rest > 0) notes.push(`cut ${counted(rest)} behind the JSON: ${shown(text.slice(end), 40)}`);
  return notes;
}

function aroundIt(text) {
  const [before, after] = [text.length - text.trimStart().length, text.length - text.trimEnd().length];
  if (before === 0 && /^\r?\n$/.test(text.slice(-after))) return "cut the newline at the end";
  return `cut the white space around it (${before} before, ${after} behind)`;
}

function isObject(text) {
  if (!text.startsWith("{")) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function counted(count) {
  return count === 1 ? "1 character" : `${count} characters`;
}

/** The part that is next to the JSON. */
function shown(text, length) {
  if (text.length <= Math.abs(length)) return JSON.stringify(text);
  return length < 0 ? `…${JSON.stringify(text.slice(length))}` : `${JSON.stringify(text.slice(0, length))}…`;
}
