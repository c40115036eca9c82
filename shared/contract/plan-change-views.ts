import * as z from 'zod/mini';
import { QuoteId } from '../domain/ids.ts';
import { GrantedCredit } from '../domain/invoice.ts';
import { PaymentMode } from '../domain/membership.ts';
import { Money } from '../domain/money.ts';
import { Benefit } from '../domain/plan.ts';
import { ChangeWhen } from '../domain/plan-quote.ts';
import { Instant, LocalDate } from '../domain/time.ts';
import { CardView } from './billing-views.ts';
import { MembershipView, PlanView } from './views.ts';

/** One benefit in two plans, side by side: `before` as it is, `after` as it would be. */
export const ComparedBenefitView = z.strictObject({
  verdict: z.enum(['more', 'less', 'same']),
  before: z.optional(Benefit),
  after: z.optional(Benefit),
});
export type ComparedBenefitView = z.infer<typeof ComparedBenefitView>;

/** Another plan that a membership could change to, and when that could begin. */
export const PlanChoice = z.strictObject({
  plan: PlanView,
  ways: z.array(ChangeWhen),
  compared: z.array(ComparedBenefitView),
});
export type PlanChoice = z.infer<typeof PlanChoice>;

export const PlanChoices = z.strictObject({
  current: PlanView,
  choices: z.array(PlanChoice),
  /** The first day on which what costs less can be chosen as well: something was agreed at least. */
  cheaperFrom: z.optional(LocalDate),
});
export type PlanChoices = z.infer<typeof PlanChoices>;

/**
 * What a change means, to the cent and to the day, as it will be done when it is confirmed within its time (rule PC5).
 * `membership` is the membership as it would be, its `upcoming` the bill after the change.
 */
export const PlanChangePreview = z.strictObject({
  quoteId: QuoteId,
  expiresAt: Instant,
  when: ChangeWhen,
  /** The first day with the new plan. */
  effectiveOn: LocalDate,
  from: PlanView,
  to: PlanView,
  compared: z.array(ComparedBenefitView),
  /** How today's amount comes about, before tax is taken apart: the shares of both prices for `left` of `days` days. */
  proration: z.optional(z.strictObject({ days: z.int(), left: z.int(), price: Money, credit: Money })),
  /** Tax included. */
  total: Money,
  tax: Money,
  fromAccountCredit: Money,
  /** What the card, or the desk, gets today. */
  amount: Money,
  /** What unused days were worth more: it becomes account credit. */
  toAccountCredit: Money,
  /** What comes at once. */
  grants: z.array(z.omit(GrantedCredit, { bucketId: true })),
  payment: PaymentMode,
  card: z.optional(CardView),
  membership: MembershipView,
});
export type PlanChangePreview = z.infer<typeof PlanChangePreview>;

/**
 * What came of a confirmed change: it is done, or it waits for its bill; or the card said no, or wants its owner, and
 * nothing has changed; or nobody knows yet, and the answer comes by itself.
 */
export const ChangeResult = z.enum(['changed', 'scheduled', 'declined', 'confirmation_needed', 'pending']);
export type ChangeResult = z.infer<typeof ChangeResult>;
