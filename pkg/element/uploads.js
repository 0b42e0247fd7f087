// The files on their way, by check: what is chosen, what the check of it gave, and how the sending goes.

import { contentTypes } from "./view/accept.js";
import { NOTHING } from "./view/picker.js";

/**
 * @typedef {import("./view/picker.js").Upload} Upload
 * @typedef {import("../guidance.js").DocumentCandidate} Candidate
 */

/** As many of a file's first bytes as are looked at. */
const SNIFFED_BYTES = 4096;

export class Uploads {
  /** @type {Map<string, Upload>} */
  byCheck = new Map();
  #changed;

  /** @param {(upload: Upload) => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {string} check @returns {Upload} */
  get(check) {
    return this.byCheck.get(check) ?? NOTHING;
  }

  /** @param {string} check @param {Partial<Upload>} change */
  set(check, change) {
    const upload = { ...this.get(check), ...change };
    this.byCheck.set(check, upload);
    this.#changed(upload);
    return upload;
  }

  /** Forgets what is not due any more: if it is due again later, another file is wanted. @param {readonly { check: string }[]} due */
  keep(due) {
    for (const check of this.byCheck.keys()) {
      if (!due.some((item) => item.check === check)) this.byCheck.delete(check);
    }
  }

  /**
   * Takes a file or a type, and looks at the file once both are there.
   * @param {string} check @param {Partial<Upload>} choice
   * @param {(candidate: Candidate) => Promise<import("../guidance.js").Validation>} validate
   * @param {Partial<Candidate>} known of the person, and the policy
   */
  async choose(check, choice, validate, known) {
    const { file, type } = { ...this.get(check), ...choice };
    if (!file) return this.set(check, choice);
    if (!type) return this.set(check, { ...choice, stage: "untyped", validation: null });
    const looked = this.set(check, { ...choice, stage: "checking", validation: null });
    const found = await look(file, type, validate, known).catch(() => null);
    // Meanwhile the customer may have chosen something else.
    if (this.byCheck.get(check) !== looked) return;
    this.set(check, {
      validation: found,
      stage: found === null ? "unchecked" : found.ok ? "ready" : "refused",
    });
  }
}

/** @param {File} file @param {string} type @param {(candidate: Candidate) => Promise<import("../guidance.js").Validation>} validate @param {Partial<Candidate>} known */
async function look(file, type, validate, known) {
  const bytes = await file.slice(0, SNIFFED_BYTES).arrayBuffer();
  return validate({
    ...known,
    provider: "connect",
    type,
    contentType: file.type || null,
    bytes,
    size: file.size,
  });
}

/**
 * What is known besides the file. That a check is due says more than the context: the provider asks for it.
 * @param {string} check @param {import("../guidance.js").Guidance | null} guidance
 * @param {import("../guidance.js").StatusContext | null} context @param {import("../element.js").Policy | null} policy
 * @returns {Partial<Candidate>}
 */
export function knownOf(check, guidance, context, policy) {
  const accepted = contentTypes(policy);
  return {
    nationality: context?.nationality,
    usPerson: context?.usPerson,
    strategy: check === "DOC_BIOMETRIC_REPORT" ? "EXTERNAL" : guidance?.strategy,
    hasIpAddress: check === "DOC_PROOF_OF_ADDRESS" ? false : context?.hasIpAddress,
    policy: { maxBytes: policy?.maxBytes, contentTypes: accepted.length > 0 ? accepted : null },
  };
}
