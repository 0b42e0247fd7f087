// Which files are taken: for the file chooser, for people, and for the check of the file.

const PDF = ["application/pdf"];
const DEFAULT = [...PDF, "image/*"];

/** @param {import("../../element.js").Policy | null} policy */
export function contentTypes(policy) {
  return policy?.contentTypes ?? DEFAULT;
}

/** @param {import("../../element.js").Policy | null} policy @param {string} [check] */
function taken(policy, check) {
  return check === "DOC_BIOMETRIC_REPORT" ? PDF : contentTypes(policy);
}

/** The attribute `accept` of a file chooser. @param {import("../../element.js").Policy | null} policy @param {string} check */
export function accepted(policy, check) {
  return taken(policy, check).join(",") || null;
}

/**
 * In words: "PDF, JPEG or PNG".
 * @param {import("../../element.js").Policy | null} policy @param {import("../words.js").Words} words @param {string} [check]
 */
export function types(policy, words, check) {
  return words.either(
    taken(policy, check).map((type) =>
      type === "image/*" ? words.say("upload.images") : type.replace(/^.*[/.]/, "").toUpperCase(),
    ),
  );
}
