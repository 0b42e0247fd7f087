// Time per verify in this process, and how long a fresh one takes from import to the first verify.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measure } from "../measure.js";
import { CONTENDERS } from "./contenders.js";
import { unpacked } from "./unpacked.js";

const COLD = fileURLToPath(new URL("cold.js", import.meta.url));
const COLD_ROUNDS = 15;

/** Label and microseconds per call, round by round. */
export async function inNode(given) {
  const calls = {};
  for (const { label, file } of CONTENDERS) {
    const { prepare } = await import(`./contenders/${file}.js`);
    await refuses(label, await prepare(unpacked(altered(given), "node")));
    calls[label] = await prepare(unpacked(given, "node"));
  }
  return measure(calls);
}

/** Who verifies nothing would be quick. */
async function refuses(label, verify) {
  try {
    await verify();
  } catch {
    return;
  }
  throw new Error(`${label} accepts an altered body`);
}

function altered({ received, signed, ...rest }) {
  const change = (text) => text.replace("CAPTURED", "RECEIVED");
  return { ...rest, received: change(received), signed: change(signed) };
}

/** Label and milliseconds, round by round; each round starts a process for every contender. */
export function coldInNode(given) {
  const times = CONTENDERS.map(({ label }) => [label, []]);
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (let place = 0; place < CONTENDERS.length; place += 1) {
      const at = (round + place) % CONTENDERS.length;
      const { file } = CONTENDERS[at];
      const printed = execFileSync(process.execPath, [COLD, file], {
        input: JSON.stringify(given),
        encoding: "utf8",
      });
      times[at][1].push(Number(printed));
    }
  }
  return times;
}
