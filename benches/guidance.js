// Reading a status beside what everybody does with one anyway, JSON.parse; and what each wasm weighs.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { interpretStatus } from "compliance-gate/guidance";
import { measure } from "./measure.js";

/** The guide's "Example: Compliance Status Response (External KYC)", as the vectors have it. */
const FLOW = "the page's External example";
/** What is aimed at: the most that interpretStatus may cost, in JSON.parse of the same text. */
const RATIO = 6;
/** What is aimed at, in KB of 1,000 bytes, gzipped. */
const KILOBYTES = { kyc: 25, operations: 25, compliance_gate: 45 };

const file = (path) => readFileSync(new URL(`../${path}`, import.meta.url));

export async function run() {
  const flow = JSON.parse(file("tests/vectors/kyc_flow.json")).find(({ name }) => name.startsWith(FLOW));
  const text = JSON.stringify(flow.steps[0].status, null, 2);
  const [[, parse], [, interpret]] = await measure({
    "JSON.parse": () => JSON.parse(text),
    interpretStatus: () => interpretStatus(text),
  });
  const ratio = median(interpret.map((time, round) => time / parse[round]));
  console.log(`\ninterpretStatus, the guide's External example (${text.length} bytes)`);
  console.log(`  JSON.parse       ${median(parse).toFixed(2).padStart(9)} µs`);
  console.log(
    `  interpretStatus  ${median(interpret).toFixed(2).padStart(9)} µs   ours / this ${ratio.toFixed(2)} ${verdict(ratio, RATIO)}`,
  );
  console.log("\nwasm, gzipped");
  for (const [name, aim] of Object.entries(KILOBYTES)) {
    const size = gzipSync(file(`pkg/wasm/${name}_bg.wasm`), { level: 9 }).length / 1000;
    console.log(`  ${name.padEnd(16)} ${size.toFixed(1).padStart(9)} KB   ${verdict(size, aim)}`);
  }
}

function verdict(found, aim) {
  return `aim ≤ ${aim}: ${found <= aim ? "reached" : "MISSED"}`;
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
