// The files on their way, by check: what is chosen, what the check of it gave, and how the sending goes.

import { contentTypes } from "./view/accept.js";
import { NOTHING } from "./view/picker.js";

/**
 * @typedef {import("./view/picker.js").Upload} Upload
 * @typedef {import("../guidance.js").DocumentCandidate} Candidate
 * @typedef {import("../guidance.js").Guidance} Guidance
 * @typedef {import("../guidance.js").StatusContext} StatusContext
 * @typedef {import("../element.js").Policy} Policy
 */

/** As many of a file's first bytes as are looked at. */
const SNIFFED_BYTES = 4096;

export class Uploads {
  /** @type {Map<string, Upload>} */
  byCheck = new Map();
  #validate;
  #changed;

  /**
   * @param {(candidate: Candidate) => Promise<import("../guidance.js").Validation>} validate
   * @param {(upload: Upload) => void} changed
   */
  constructor(validate, changed) {
    this.#validate = validate;
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

  /** Takes a file or a type, which nobody has looked at yet. @param {string} check @param {Partial<Upload>} choice */
  choose(check, choice) {
    const upload = this.get(check);
    if (upload.stage === "sending") return;
    this.byCheck.set(check, { ...upload, ...choice, stage: "empty", known: "" });
  }

  /**
   * Looks at every file that was not looked at with what is known now, once its type is there too. Forgets what is not
   * due any more, or not as what it was sent as: another file is wanted then.
   * @param {Guidance | null} guidance @param {StatusContext | null} context @param {Policy | null} policy
   */
  judge(guidance, context, policy) {
    for (const [check, upload] of this.byCheck) {
      const types = guidance?.currentlyDue.find((due) => due.check === check)?.documents?.anyOf ?? [];
      const type = types.find((type) => type === upload.type || !types[1]) ?? null;
      const isSent = upload.stage === "sent";
      if (!types[0] || (isSent && type !== upload.type)) this.byCheck.delete(check);
      else if (!isSent && upload.stage !== "sending")
        this.#look(check, { ...knownOf(check, guidance, context, policy), type });
    }
  }

  /** @param {string} check @param {Omit<Candidate, "type"> & { type: string | null }} candidate without the file */
  async #look(check, candidate) {
    const { file, known: before } = this.get(check);
    const { type } = candidate;
    const known = JSON.stringify(candidate);
    if (known === before) return;
    const looked = this.set(check, {
      type,
      known,
      stage: file ? (type ? "checking" : "untyped") : "empty",
      validation: null,
    });
    if (!file || !type) return;
    /** @type {Upload["validation"]} */
    let validation = null;
    try {
      const bytes = await file.slice(0, SNIFFED_BYTES).arrayBuffer();
      validation = await this.#validate({
        ...candidate,
        type,
        contentType: file.type || null,
        bytes,
        size: file.size,
      });
    } catch {}
    const stage = validation ? (validation.ok ? "ready" : "refused") : "unchecked";
    // Meanwhile the customer may have chosen something else.
    if (this.byCheck.get(check) === looked) this.set(check, { validation, stage });
  }
}

/**
 * What is known besides the file. That a check is due says more than the context: the provider asks for it.
 * @param {string} check @param {Guidance | null} guidance @param {StatusContext | null} context @param {Policy | null} policy
 * @returns {Omit<Candidate, "type">}
 */
function knownOf(check, guidance, context, policy) {
  const accepted = contentTypes(policy);
  return {
    provider: "connect",
    nationality: context?.nationality,
    usPerson: context?.usPerson,
    strategy: check === "DOC_BIOMETRIC_REPORT" ? "EXTERNAL" : guidance?.strategy,
    hasIpAddress: check === "DOC_PROOF_OF_ADDRESS" ? false : context?.hasIpAddress,
    policy: { maxBytes: policy?.maxBytes, contentTypes: accepted.length > 0 ? accepted : null },
  };
}
