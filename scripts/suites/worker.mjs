// Suite `worker`: the gate's code inside workerd, with its real Durable Objects, Queues and database.

import { npmCommand, suite, testFiles } from "../lib/suite.mjs";

await suite(() => {
  testFiles("worker/test", /\.test\.ts$/);
  return [npmCommand("vitest", ["run", "-c", "worker/vitest.config.ts"])];
});
