import * as z from 'zod/mini';
import { EventId, MembershipId, PlanId, QuoteId } from './ids.ts';
import { GrantedCredit, InvoiceLine } from './invoice.ts';
import { Anchor, Instant, LocalDate, Period } from './time.ts';

/** Milliseconds for which a quote can be confirmed (rule PC5). */
export const quoteLifetime = 15 * 60_000;

export const ChangeWhen = z.enum(['now', 'next_period']);
export type ChangeWhen = z.infer<typeof ChangeWhen>;

/** One version of a plan, by name. */
export const VersionName = z.strictObject({ planId: PlanId, version: z.int().check(z.minimum(1)) });
export type VersionName = z.infer<typeof VersionName>;

/**
 * What changing a membership's plan means, to the cent and to the day; decided once, shown, and then done or refused. All
 * amounts are minor units. A change at the next period moves no money by itself: that bill is the new plan's.
 */
export const ChangeTerms = z.strictObject({
  from: VersionName,
  to: VersionName,
  when: ChangeWhen,
  /** The first day with the new plan. */
  effectiveOn: LocalDate,
  /** The period that goes on, or that begins today with another interval (rule PC7). */
  period: Period,
  /** Where bill dates are counted from after a change of the interval today. */
  anchor: z.optional(Anchor),
  /** How the amount comes about: the shares of both prices for `left` of `days` days; `price` is whole where a new period begins. */
  proration: z.optional(z.strictObject({ days: z.int(), left: z.int(), price: z.int(), credit: z.int() })),
  lines: z.array(InvoiceLine),
  /** Tax included. */
  total: z.int().check(z.minimum(0)),
  creditApplied: z.int().check(z.minimum(0)),
  /** What the card, or the desk, gets. */
  amount: z.int().check(z.minimum(0)),
  /** What the unused days were worth more than the new plan costs: it goes to account credit. */
  toAccountCredit: z.int().check(z.minimum(0)),
  /** What comes at once on top of what this period brought already (rule PC6). */
  grants: z.array(z.omit(GrantedCredit, { bucketId: true })),
});
export type ChangeTerms = z.infer<typeof ChangeTerms>;

/** An offer to a member that holds for a quarter of an hour. */
export const PlanChangeQuote = z.strictObject({
  quoteId: QuoteId,
  membershipId: MembershipId,
  ...ChangeTerms.shape,
  madeAt: Instant,
  expiresAt: Instant,
});
export type PlanChangeQuote = z.infer<typeof PlanChangeQuote>;

/** A change that is decided and waits for its day: asked for, or a new version that everybody moves to (rule PC2). */
export const PendingChange = z.strictObject({
  planId: PlanId,
  planVersion: z.int().check(z.minimum(1)),
  /** The bill date on which it takes effect; a bill date that moves takes it along. */
  effectiveOn: LocalDate,
  reason: z.enum(['requested', 'new_version']),
  decidedAt: Instant,
  quoteId: z.optional(QuoteId),
  /** Of a new version: the announcement that the member was told by. */
  toldBy: z.optional(EventId),
});
export type PendingChange = z.infer<typeof PendingChange>;
