import * as z from 'zod/mini';

/** Why somebody leaves, in their own choice of words (rule K4); `payment_failed` is written down by itself. */
export const GivenReason = z.enum([
  'too_expensive',
  'not_used_enough',
  'moved_away',
  'not_satisfied',
  'health',
  'break_for_now',
  'other',
]);
export type GivenReason = z.infer<typeof GivenReason>;

export const CancelReason = z.enum([...GivenReason.options, 'payment_failed']);
export type CancelReason = z.infer<typeof CancelReason>;
