// Debian's packages, where there is no other source.

import { ask, environment, onPath } from "./environment.mjs";
import { run } from "./run.mjs";

/** apt asks nothing here: there is nobody to answer. */
const ENV = environment({ set: { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" } });

/** Whether this is Debian or one of its kind. */
export function hasApt() {
  return onPath("apt-get") !== null && onPath("dpkg-deb") !== null;
}

/** Reads the lists of packages, if we may; else the lists that are there have to do. @param {import("./step.mjs").Say} say */
export async function aptLists(say) {
  const command = asRoot(["apt-get", "update"]);
  if (command === null) return;
  await once(() => run(command[0], command.slice(1), { env: ENV, say, timeout: 300 }));
}

/**
 * These packages and those of their dependencies that the machine lacks.
 * @param {string[]} packages
 */
export async function aptPackages(packages) {
  const args = ["install", "--no-install-recommends", "--print-uris", "--yes", ...packages];
  const plan = await run("apt-get", args, { env: ENV });
  // Lines like 'http://…' name_version_arch.deb size hash
  const missing = [...plan.matchAll(/^'[^']+' ([^_\s]+)_\S+\.deb /gm)].map((match) => match[1]);
  return [...new Set([...packages, ...missing])];
}

/** Installs packages on the machine. @param {string[]} packages @param {import("./step.mjs").Say} say */
export async function aptInstall(packages, say) {
  const command = asRoot(["apt-get", "install", "--no-install-recommends", "--yes", ...packages]);
  if (command === null)
    throw new Error(`Run \`sudo apt-get install ${packages.join(" ")}\`, then this again.`);
  await aptLists(say);
  await once(() => run(command[0], command.slice(1), { env: ENV, say, timeout: 900 }));
}

/** The command as root, or null where we can be that only with a password. @param {string[]} command */
function asRoot(command) {
  if (process.getuid?.() === 0) return command;
  return ask("sudo", ["-n", "true"]) === null ? null : ["sudo", "-n", ...command];
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** apt locks its lists: two steps of setup take turns. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
function once(work) {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
