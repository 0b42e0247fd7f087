// Who is measured: each module of contenders/ by its own public API, from the received bytes to the parsed event.

/**
 * @typedef {object} Contender
 * @property {string} label as the table says it
 * @property {string} file in contenders/
 * @property {string} [installs] the package that somebody installs for it
 * @property {boolean} [onlyNode]
 */

/** @type {readonly Contender[]} ours first: every ratio is to it */
export const CONTENDERS = [
  { label: "compliance-gate", file: "compliance-gate", installs: "compliance-gate" },
  { label: "stripe, `constructEvent`", file: "stripe", installs: "stripe" },
  { label: "svix", file: "svix", installs: "svix" },
  { label: "standardwebhooks", file: "standardwebhooks", installs: "standardwebhooks" },
  { label: "@octokit/webhooks-methods", file: "octokit", installs: "@octokit/webhooks-methods" },
  { label: "documented handler on @noble/hashes", file: "noble", installs: "@noble/hashes" },
  { label: "documented handler on WebCrypto", file: "webcrypto" },
  { label: "documented handler on node:crypto", file: "node-crypto", onlyNode: true },
];
