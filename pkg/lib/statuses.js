// The HTTP status that answers a code, for errors made in JavaScript as for the core's. The same table as `CODES` in
// src/error.rs, without those that are 500; a test compares them.

const STATUSES = new Map([
  ["body_empty", 400],
  ["body_not_json", 400],
  ["body_not_object", 400],
  ["body_not_utf8", 400],
  ["body_too_deep", 400],
  ["body_too_large", 413],
  ["body_too_wide", 400],
  ["body_unreadable", 400],
  ["duplicate_member", 400],
  ["signature_malformed", 401],
  ["signature_mismatch", 401],
  ["signature_missing", 401],
  ["signature_repeated", 401],
  ["status_duplicate_member", 400],
  ["status_empty", 400],
  ["status_not_json", 400],
  ["status_not_object", 400],
  ["status_not_status", 400],
  ["status_not_utf8", 400],
  ["status_too_deep", 400],
  ["status_too_large", 413],
  ["status_too_many_checks", 400],
  ["status_too_wide", 400],
]);

/** 500, the caller's fault, for every other code. */
export function statusOf(code) {
  return STATUSES.get(code) ?? 500;
}
