import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds before each further try. */
const pauses = [500, 1000, 2000, 4000, 8000];
/** The answers of an API whose functions got no time: nothing is wrong with the request. */
const tooBusy: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/**
 * A fetch that asks again, half a minute at most in all, when a slow machine gives no answer in time, so that the first
 * start of whoever tries Regulars does not end there. Calls that make something carry an idempotency key; of the others a
 * repetition is at worst refused, as the first answer would have been lost without it.
 */
export const patientFetch =
  (ask: typeof fetch = fetch, pause: (milliseconds: number) => Promise<unknown> = wait): typeof fetch =>
  async (...request) => {
    for (const milliseconds of pauses) {
      const response = await ask(...request).catch(() => undefined);
      if (response !== undefined && !tooBusy.has(response.status)) return response;
      await pause(milliseconds);
    }
    return ask(...request);
  };
