import { ComplianceNextActionElement } from "./element/class.js";

export { ComplianceNextActionElement };

const { tagName } = ComplianceNextActionElement;
// Absent on servers; present already where two copies of the package meet on one page.
if (globalThis.customElements && !customElements.get(tagName)) {
  customElements.define(tagName, ComplianceNextActionElement);
}
