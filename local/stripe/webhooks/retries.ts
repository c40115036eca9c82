const minute = 60_000;
const hour = 60 * minute;
const longest = 12 * hour;
const givenUpAfter = 72 * hour;

/**
 * When a delivery that has failed `attempts` times is tried again, in milliseconds of the clock: after a minute, then
 * after four times as long each time, at most twelve hours. `undefined` once three days have passed.
 */
export function nextAttempt(attempts: number, since: number, now: number): number | undefined {
  const next = now + Math.min(longest, minute * 4 ** (attempts - 1));
  return next - since > givenUpAfter ? undefined : next;
}
