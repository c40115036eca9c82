import * as z from 'zod/mini';
import { CreditKind } from '../domain/credit-account.ts';
import { ServiceId } from '../domain/ids.ts';
import { Money } from '../domain/money.ts';
import { LocalDate } from '../domain/time.ts';
import { PauseDays } from './pause-views.ts';

/** What becomes of credits: usable until a day (inclusive; absent = no last day), paid back, or lost. */
export const CreditFateView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('usable'), until: z.optional(LocalDate) }),
  z.strictObject({ kind: z.literal('refunded') }),
  z.strictObject({ kind: z.literal('lost') }),
]);

/** Credits that are left, of the membership or given by staff or another client (`given`), and what becomes of them (000-050). */
export const EndingCreditView = z.strictObject({
  kind: CreditKind,
  serviceIds: z.array(ServiceId),
  units: z.int(),
  given: z.boolean(),
  fate: CreditFateView,
  /** It rests in the pause that runs, to `restsUntil`; it cannot be used before. */
  rests: z.optional(z.literal(true)),
});
export type EndingCreditView = z.infer<typeof EndingCreditView>;

/** What taking a cancellation back leads to: the next bill, if there is one, and what becomes of the pause that was dropped. */
export const UndoView = z.strictObject({
  nextBill: z.optional(z.strictObject({ on: LocalDate, amount: Money })),
  /** `comesBackUntil`: taken back later than that day, the pause stays off; absent when that cannot happen. */
  pause: z.optional(
    z.discriminatedUnion('comesBack', [
      z.strictObject({ ...PauseDays.shape, comesBack: z.literal(true), comesBackUntil: z.optional(LocalDate) }),
      z.strictObject({ ...PauseDays.shape, comesBack: z.literal(false) }),
    ]),
  ),
});
export type UndoView = z.infer<typeof UndoView>;

/** What cancelling does, or has done: the same decision, not committed or committed. */
export const CancellationView = z.strictObject({
  /** True of what somebody has decided, false of a preview. */
  decided: z.boolean(),
  /** It ends at once and not after a day. */
  atOnce: z.boolean(),
  /** The last day with the membership, inclusive; absent when it ends before its first one. */
  lastDay: z.optional(LocalDate),
  /** A pause that was agreed on and does not take place. */
  dropsPause: z.optional(PauseDays),
  /** A pause without an end is over, so that what is paid can be used; not told again later. */
  endsPause: z.optional(z.literal(true)),
  /** The last day of a pause that runs and goes on: what has no number rests until then, as do credits that say so. */
  restsUntil: z.optional(LocalDate),
  /** The last payment that was taken for it. */
  lastCharge: z.optional(z.strictObject({ amount: Money, on: LocalDate })),
  /** What is still billed before it ends: only while something was agreed at least, or up to a later day. */
  bills: z.array(z.strictObject({ on: LocalDate, amount: Money })),
  /** An open payment that is not asked for any more. */
  voids: z.optional(Money),
  credits: z.array(EndingCreditView),
  /** What is paid back for unused credits, each by its way. */
  refunds: z.array(z.strictObject({ amount: Money, to: z.enum(['card', 'account_credit']) })),
  /** While it can be taken back (rule K3): what that leads to today. */
  undo: z.optional(UndoView),
});
export type CancellationView = z.infer<typeof CancellationView>;
