import * as z from 'zod/mini';
import { Card } from './card.ts';
import { MemberId } from './ids.ts';
import { Instant } from './time.ts';

/** Card updates that are remembered, so that one update retries an open invoice once however often it is reported. */
export const rememberedUpdates = 10;

/** How a member pays: one card for all memberships of this person at this business. */
export const BillingProfile = z.strictObject({
  memberId: MemberId,
  /** The provider's name for the person, in the business's own account there. */
  customerId: z.optional(z.string().check(z.regex(/^cus_\w{1,80}$/))),
  card: z.optional(Card),
  /** Renewals use account credit first (002-012, 002-013). */
  usesAccountCredit: z.boolean(),
  /** Must pay by card for everything; never shown to the client (002-015 … 002-018). */
  payLaterDisabled: z.boolean(),
  /** Hosted pages whose card was taken, newest last. */
  updates: z.array(z.string()).check(z.maxLength(rememberedUpdates)),
  /** The newest payment link that was mailed. Links sent before `voidBefore` no longer work. */
  link: z.optional(z.strictObject({ sentAt: Instant, openedAt: z.optional(Instant), voidBefore: z.optional(Instant) })),
});
export type BillingProfile = z.infer<typeof BillingProfile>;

export const newBillingProfile = (memberId: string): BillingProfile => ({
  memberId,
  usesAccountCredit: true,
  payLaterDisabled: false,
  updates: [],
});
