import * as z from 'zod/mini';

/** A release of the time zone database, `2026a`; after z come za, zb …, so later releases sort later. */
export const TzdataVersion = z.string().check(z.regex(/^\d{4}(?:[a-y]|z[a-z]?)$/));
export type TzdataVersion = z.infer<typeof TzdataVersion>;

/**
 * Whether an instant that was scheduled under one version holds under the runtime's (rule T5): as it is, after it was
 * computed again from its local date, or not at all because this runtime knows less than the one that scheduled it.
 */
export function scheduleValidity(scheduled: TzdataVersion, runtime: TzdataVersion): 'same' | 'recompute' | 'refuse' {
  if (scheduled === runtime) return 'same';
  return runtime > scheduled ? 'recompute' : 'refuse';
}
