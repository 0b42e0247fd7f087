// What the verdict has to be, on Node's own JSON. The wire forms alone need places in the text: a tokenizer finds
// them in what JSON.parse has accepted.

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
const MAX_DEPTH = 128;

/** The code of a refusal, or how the body verifies: only `signedText` under `digest` was signed. */
export function verdict(bytes, { digest, signedText, header, forms, scopes }) {
  if (bytes.length === 0) return "body_empty";
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "body_not_utf8";
  }
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return "body_not_json";
  }
  const { depth, duplicate, members } = outline(text);
  if (depth > MAX_DEPTH) return "body_too_deep";
  if (duplicate) return "duplicate_member";
  if (typeof body !== "object" || body === null || Array.isArray(body)) return "body_not_object";
  if (header !== undefined)
    return header === digest && text === signedText ? found("raw", "wire", text, []) : "signature_mismatch";
  if (!Object.hasOwn(body, "signature")) return "signature_missing";
  if (typeof body.signature !== "string" || !/^[0-9a-f]{64}$/i.test(body.signature))
    return "signature_malformed";
  if (body.signature.toLowerCase() !== digest) return "signature_mismatch";
  const match = candidates(text, body, members).find(
    ([scope, form, candidate]) => scopes.includes(scope) && forms.includes(form) && candidate === signedText,
  );
  return match === undefined ? "signature_mismatch" : found(...match);
}

function found(scope, form, signedText, uncovered) {
  return { scope, form, signedText, uncovered };
}

/** The texts that may have been signed, in the order in which they are tried. */
export function candidates(text, body = JSON.parse(text), members = outline(text).members) {
  const { signature, ...whole } = body;
  const list = [
    ["whole-body", "wire", cut(text, members), []],
    ["whole-body", "reserialized", JSON.stringify(whole), []],
  ];
  if (!Object.hasOwn(body, "event") || !Object.hasOwn(body, "data")) return list;
  const received = (name) => members.find((member) => member.name === name).json;
  const uncovered = members
    .map(({ name }) => name)
    .filter((name) => !["event", "data", "signature"].includes(name));
  return [
    ...list,
    ["event-data", "wire", `{"event":${received("event")},"data":${received("data")}}`, uncovered],
    ["event-data", "reserialized", JSON.stringify({ event: body.event, data: body.data }), uncovered],
  ];
}

/** The text without its signature member and the comma before it, or else the one behind it. */
function cut(text, members) {
  const at = members.findIndex(({ name }) => name === "signature");
  const { start, end } = members[at];
  if (at > 0) return text.slice(0, text.indexOf(",", members[at - 1].end)) + text.slice(end);
  return text.slice(0, start) + text.slice(members[1]?.start ?? end);
}

/** The top-level members of a JSON text, its depth, and whether a name stands twice in one of its objects. */
function outline(text) {
  const open = [];
  const members = [];
  let [depth, duplicate, end] = [0, false, 0];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const inside = open.at(-1);
    const member = open.length === 1 ? members.at(-1) : undefined;
    if (inside?.names && inside.at === "name" && token.startsWith('"')) {
      const name = JSON.parse(token);
      duplicate ||= inside.names.has(name);
      inside.names.add(name);
      inside.at = "value";
      if (open.length === 1) members.push({ name, start: index, end: 0, json: "" });
    } else if (token === ":") {
      if (member) member.value = -1;
    } else if (token === "{" || token === "[") {
      if (member?.value === -1) member.value = index;
      open.push({ names: token === "{" ? new Set() : undefined, at: "name" });
      depth = Math.max(depth, open.length);
    } else if (token === "}" || token === "]") {
      if (member) close(text, member, end);
      open.pop();
    } else if (token === ",") {
      if (member) close(text, member, end);
      inside.at = "name";
    } else if (member?.value === -1) member.value = index;
    end = index + token.length;
  }
  return { depth, duplicate, members };
}

function close(text, member, end) {
  if (member.end > 0) return;
  member.end = end;
  member.json = text.slice(member.value, end);
}
