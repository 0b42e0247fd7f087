// The package, as every browser gets it. Its modules are copied to pkg/ beside the pages (scripts/lib/site.mjs).

const at = (/** @type {string} */ path) => new URL(`../pkg/esm/${path}`, import.meta.url).href;

/** What front-ends load: no signing code. @returns {Promise<typeof import("../../pkg/kyc.js")>} */
export function loadGuidance() {
  return import(at("kyc-inline.js"));
}

/** The element; it gets its guidance from the same modules. @returns {Promise<typeof import("../../pkg/element.js")>} */
export async function loadElement() {
  const element = await import(at("element.js"));
  element.ComplianceNextActionElement.loadGuidance = loadGuidance;
  return element;
}

/** Everything, with the signing code. Only Delivery needs it. @returns {Promise<typeof import("../../pkg/index.js")>} */
export function loadFull() {
  return import(at("inline.js"));
}
