import * as z from 'zod/mini';
import { CreditKind } from './credit-account.ts';
import { MembershipId, ServiceId } from './ids.ts';
import { Money } from './money.ts';
import { NextBill, ShownStatus, Usability } from './standing.ts';
import { LocalDate } from './time.ts';

/**
 * What a member was shown of their memberships and balance on a day: plan, status, each number, the next bill (001-024).
 * Kept with a question, so it holds what stays true of that day: names and amounts, no rule and nothing internal.
 */
export const BalanceSeen = z.strictObject({
  on: LocalDate,
  memberships: z.array(
    z.strictObject({
      membershipId: MembershipId,
      plan: z.string(),
      status: ShownStatus,
      usability: Usability,
      nextBill: NextBill,
      /** What the next bill will take, tax included; absent where none comes. */
      amount: z.optional(Money),
      /** What is due and did not come. */
      open: z.optional(Money),
    }),
  ),
  /** What can be used, by what it can be used for; `available` is the sum of its parts. */
  credits: z.array(
    z.strictObject({
      kind: CreditKind,
      serviceIds: z.array(ServiceId),
      available: z.int(),
      parts: z.array(z.strictObject({ available: z.int(), expiresOn: z.optional(LocalDate) })),
    }),
  ),
  accountCredit: z.optional(Money),
});
export type BalanceSeen = z.infer<typeof BalanceSeen>;
