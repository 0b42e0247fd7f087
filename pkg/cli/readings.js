// What a pasted text may be: a delivery as it was posted, or one in a log line. Every reading says what was cut for it;
// which of them holds is for the core to decide, never for a guess. A delivery is read as a whole: a genuine one inside
// an altered one makes nothing of it genuine.

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
const MAX_LENGTH = 2 * 1024 * 1024;
const MAX_DEPTH = 4;
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
  if (Object.hasOwn(value, "signature")) return EVENTS.some(isIn(value)) || SUBJECTS.some(isIn(value));
  const holds = (name) => typeof value[name] === "object" && value[name] !== null;
  return (
    EVENTS.some((name) => Object.hasOwn(value, name) && !holds(name)) &&
    SUBJECTS.some((name) => Object.hasOwn(value, name) && holds(name))
  );
}

/** Whether anything in it is a delivery's. @param {object} value */
export function hasMembers(value) {
  return Object.hasOwn(value, "signature") || (EVENTS.some(isIn(value)) && SUBJECTS.some(isIn(value)));
}

function isIn(value) {
  return (name) => Object.hasOwn(value, name);
}

/** Objects in a text, plain or in quotes. */
function search(text, cut, found, depth) {
  let from = 0;
  for (let starts = 0; starts < MAX_STARTS && found.all.length < MAX_READINGS; starts += 1) {
    const start = text.indexOf("{", from);
    if (start === -1) return;
    const quotation = inQuotes(text, start);
    const end = quotation?.end ?? endOfObject(text, start);
    const part = text.slice(start, end);
    // What is in a broken object stays there, as in a whole one.
    const begins = quotation === undefined && beginsObject(text, start);
    from = begins ? end : start + 1;
    const notes = [...cut, ...outside(text, start, end)];
    if (begins && !isObject(part)) {
      const undone = text[start - 1] === "'" ? quoted(text, start) : [];
      for (const { content, note } of undone) within(content, [...cut, note], found, depth);
      found.all.push({ body: part, cut: notes, isBroken: true });
    }
    if (quotation === undefined && !isObject(part)) continue;
    if (quotation !== undefined) {
      if (quotation.content === undefined) continue;
      within(quotation.content, [...notes, quotation.note], found, depth);
    } else {
      found.all.push({ body: part, cut: notes });
      inside(JSON.parse(part), "", notes, found, depth);
    }
    from = end;
  }
  found.isLimited ||= text.includes("{", from);
}

/** A string that may hold a delivery: an object, or one more level of text around it. */
function within(text, cut, found, depth) {
  if (depth >= MAX_DEPTH) return;
  if (isObject(text)) {
    found.all.push({ body: text, cut });
    inside(JSON.parse(text), "", cut, found, depth + 1);
  } else search(text, cut, found, depth + 1);
}

/** What gateways make of a body that they do not take for text: `isBase64Encoded` beside a `body`. */
function decodedBody({ isBase64Encoded, body }) {
  if (isBase64Encoded !== true || typeof body !== "string") return undefined;
  return decoded(Buffer.from(body, "base64"));
}

/** The strings with JSON in them, and the objects that may be deliveries or statuses, in a log record. */
function inside(value, path, cut, found, depth) {
  if (depth >= MAX_DEPTH || found.all.length >= MAX_READINGS || found.isWhole(value)) return;
  const body = decodedBody(value);
  if (body !== undefined) within(body, [...cut, `decoded the Base64 at ${path}.body`], found, depth);
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

/** Whether an object of JSON starts there, and not something else in braces. */
function beginsObject(text, start) {
  FIRST_NAME.lastIndex = start;
  return FIRST_NAME.test(text);
}

const FIRST_NAME = /\{\s*"(?:[^"\\]|\\.)*"\s*:/sy;

/** Where the object that starts there ends; with the text where it does not. */
function endOfObject(text, start) {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
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
