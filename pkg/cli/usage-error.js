// What somebody who typed a command got wrong, and how to get it right.

export class UsageError extends Error {}

/** What parseArgs throws, in words for people. It never repeats a value: that may be a secret. */
export function wrongOption(error, command, known) {
  const see = `compliance-gate ${command} --help lists what there is`;
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(error.message)?.[1] ?? "an option";
  if (option === "--secret" || option === "--key") {
    return new UsageError(
      "a secret in the command line stays in the shell's history and shows in the list of processes; " +
        "name a variable (--secret-env NAME) or a file (--secret-file PATH) in its place",
    );
  }
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = known.find((name) => resembles(name, option.replace(/^-+/, "")));
    return new UsageError(
      `${command} has no option ${option}${near ? `; did you mean --${near}?` : `; ${see}`}`,
    );
  }
  if (error.code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    const what = /does not take/.test(error.message) ? "takes no value" : "needs a value";
    return new UsageError(`${option} ${what}; ${see}`);
  }
  return new UsageError(`${error.message}; ${see}`);
}

/** One begins with the other, or they are the same letters but for one, or in another order. */
function resembles(name, given) {
  if (given.length < 3) return false;
  if (name.startsWith(given) || given.startsWith(name)) return true;
  if ([...name].sort().join() === [...given].sort().join()) return true;
  const [short, long] = name.length < given.length ? [name, given] : [given, name];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.slice(at + 1);
  return rest === short.slice(at) || rest === short.slice(at + 1);
}
