import * as z from 'zod/mini';
import type { CreditKind } from './credit-account.ts';

/** What is changed by hand: credits of a plan, or account credit. */
export type ChangedByHand = CreditKind | 'account_credit';

/**
 * How much staff may add or take off by hand in one change before it takes somebody with `credits.approve` (features §6);
 * a kind that is left out has no limit. `amount`, in minor units, holds for money to spend and for account credit.
 */
export const HandLimits = z.strictObject({
  visits: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  amount: z.optional(z.int().check(z.minimum(1), z.maximum(10_000_000))),
});
export type HandLimits = z.infer<typeof HandLimits>;

/** The most of a kind that can be changed at once without approval; undefined = any number. */
export const handLimitOf = (limits: HandLimits | undefined, kind: ChangedByHand): number | undefined =>
  kind === 'visits' ? limits?.visits : limits?.amount;
