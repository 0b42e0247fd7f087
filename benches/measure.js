// Interleaved measurement: in each round every contender runs for a few milliseconds, in an order that rotates,
// so that what the machine does meanwhile meets them all alike. What counts is the ratio within a round.

const ROUNDS = Number(process.env.ROUNDS ?? 60);
const BATCH_MS = 5;

/** Gives each contender's microseconds per call, round by round. */
export async function measure(contenders) {
  const runs = [];
  for (const [label, call] of Object.entries(contenders)) {
    const batch = call() instanceof Promise ? awaited : called;
    await batch(call, 2000);
    const calls = Math.max(1, Math.round((BATCH_MS * 1000) / (await batch(call, 200))));
    runs.push({ label, call, batch, calls, times: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let place = 0; place < runs.length; place += 1) {
      const run = runs[(round + place) % runs.length];
      run.times.push(await run.batch(run.call, run.calls));
    }
  }
  return runs.map(({ label, times }) => [label, times]);
}

// Microseconds per call. What a call gives is not looked at, which would cost those more that give an object.

async function called(call, calls) {
  const start = performance.now();
  for (let done = 0; done < calls; done += 1) call();
  return ((performance.now() - start) * 1000) / calls;
}

async function awaited(call, calls) {
  const start = performance.now();
  for (let done = 0; done < calls; done += 1) await call();
  return ((performance.now() - start) * 1000) / calls;
}
