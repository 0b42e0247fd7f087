// Times as a reader wants them: the clock for today, the day as well for earlier.

const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

/** `today` is null where the moment is today's. */
export function split(iso, now = new Date()) {
  const moment = new Date(iso);
  const today = moment.toDateString() === now.toDateString();
  return { clock: clock.format(moment), day: today ? null : day.format(moment) };
}

export function inFull(iso) {
  return whole.format(new Date(iso));
}
