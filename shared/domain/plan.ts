import * as z from 'zod/mini';
import { PlanId, ServiceId } from './ids.ts';
import { Money } from './money.ts';
import { refuseUnless } from './refusal.ts';
import { Rollover } from './rollover.ts';
import { Line, Lines } from './text.ts';
import { Interval } from './time.ts';

const BenefitKey = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
const Services = z.array(ServiceId).check(z.minLength(1), z.maxLength(20));

/**
 * What a period of a plan gives (001-018). Visits and money that are left may be kept for later periods (`rollover`,
 * rule C6); without it they end with their period.
 * - `visits`: a number of visits of any of the services;
 * - `allowance`: a money value to spend on any of the services;
 * - `discount`: a percentage off the services, or off everything when none is named;
 * - `unlimited`: the services as often as wanted.
 */
export const Benefit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('visits'),
    key: BenefitKey,
    serviceIds: Services,
    units: z.int().check(z.minimum(1), z.maximum(100)),
    rollover: z.optional(Rollover),
  }),
  z.strictObject({
    kind: z.literal('allowance'),
    key: BenefitKey,
    serviceIds: Services,
    value: Money,
    rollover: z.optional(Rollover),
  }),
  z.strictObject({
    kind: z.literal('discount'),
    key: BenefitKey,
    serviceIds: z.array(ServiceId).check(z.maxLength(20)),
    percent: z.int().check(z.minimum(1), z.maximum(100)),
  }),
  z.strictObject({ kind: z.literal('unlimited'), key: BenefitKey, serviceIds: Services }),
]);
export type Benefit = z.infer<typeof Benefit>;

/** The benefits that are counted: what is left of them has a number and a last day. */
export type CountedBenefit = Extract<Benefit, { kind: 'visits' | 'allowance' }>;

export const isCounted = (benefit: Benefit): benefit is CountedBenefit =>
  benefit.kind === 'visits' || benefit.kind === 'allowance';

/** Units of one period: visits, or minor units of money to spend. */
export const unitsOf = (benefit: CountedBenefit): number =>
  benefit.kind === 'visits' ? benefit.units : benefit.value.amount;

/** When a membership ends by itself: never, or after a number of periods. */
export const RenewalRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('until_cancelled') }),
  z.strictObject({ kind: z.literal('fixed_term'), periods: z.int().check(z.minimum(1), z.maximum(60)) }),
]);
export type RenewalRule = z.infer<typeof RenewalRule>;

/**
 * What becomes of the credits that are left when the membership is cancelled (rule K2). What staff gave by hand is not
 * the plan's and keeps its own last day.
 * - `keep_until_expiry`: each keeps its last day, as if nothing had happened; so it is where a plan says nothing;
 * - `until_period_end`: none outlives the period that is paid;
 * - `grace_days`: usable for so many days after the membership's last one, be their own last day sooner or later;
 * - `refund_unused`: what came with a payment and was not used is paid back; what no payment is known for stays.
 */
export const CreditsAfterCancel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keep_until_expiry') }),
  z.strictObject({ kind: z.literal('until_period_end') }),
  z.strictObject({ kind: z.literal('grace_days'), days: z.int().check(z.minimum(1), z.maximum(365)) }),
  z.strictObject({ kind: z.literal('refund_unused') }),
]);
export type CreditsAfterCancel = z.infer<typeof CreditsAfterCancel>;

export const creditsAfterCancelOf = ({
  creditsAfterCancel,
}: {
  readonly creditsAfterCancel?: CreditsAfterCancel | undefined;
}): CreditsAfterCancel => creditsAfterCancel ?? { kind: 'keep_until_expiry' };

/** People who may share a membership at most: a household, or the people of a company. */
export const mostSharing = 100;

/** What a plan says; given by staff, turned into an immutable version. `tier` orders plans for people: “Gold”. */
export const PlanTerms = z.strictObject({
  name: Line(60),
  tier: Line(40),
  description: z.optional(Lines(600)),
  price: Money,
  interval: Interval,
  benefits: z.array(Benefit).check(z.minLength(1), z.maxLength(12)),
  /** Included visits of one period, all services together; `unlimited` where a benefit is. A check on the benefits. */
  visitAllowance: z.union([z.int().check(z.minimum(0), z.maximum(1000)), z.literal('unlimited')]),
  renewal: RenewalRule,
  /** Once, with the first payment. */
  enrolmentFee: z.optional(Money),
  /** What the first periods cost instead of `price`. */
  intro: z.optional(z.strictObject({ price: Money, periods: z.int().check(z.minimum(1), z.maximum(24)) })),
  /** Days with all benefits before the first bill. */
  trialDays: z.optional(z.int().check(z.minimum(1), z.maximum(90))),
  /** Periods that are agreed at least; cancelling before takes effect at their end (rule K8). */
  commitmentPeriods: z.optional(z.int().check(z.minimum(1), z.maximum(36))),
  /** Unused visits may be passed on to another client, so many of a period (rule C9). */
  passingOn: z.optional(z.strictObject({ unitsPerPeriod: z.int().check(z.minimum(1), z.maximum(100)) })),
  /** The visits may be shared with so many others, each of them with so many of a period (rule C10). */
  sharing: z.optional(
    z.strictObject({
      people: z.int().check(z.minimum(1), z.maximum(mostSharing)),
      unitsPerPeriod: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
    }),
  ),
  creditsAfterCancel: z.optional(CreditsAfterCancel),
  /** A pause makes the time that was agreed at least as much longer (rule P9). */
  pausesExtendCommitment: z.optional(z.boolean()),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

/** One version of a plan. Never changed: a new price is a new version (rule PC1). */
export const PlanVersion = z.strictObject({
  planId: PlanId,
  version: z.int().check(z.minimum(1)),
  ...PlanTerms.shape,
  offered: z.boolean(),
});
export type PlanVersion = z.infer<typeof PlanVersion>;

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;

/** What a period costs before tax is taken apart. */
export const priceOfPeriod = (plan: Pick<PlanTerms, 'price' | 'intro'>, index: number): Money =>
  plan.intro !== undefined && index < plan.intro.periods ? plan.intro.price : plan.price;

/** The visits that a period's benefits add up to. */
export function includedVisits(benefits: readonly Benefit[]): number | 'unlimited' {
  if (benefits.some((benefit) => benefit.kind === 'unlimited')) return 'unlimited';
  return benefits.reduce((sum, benefit) => sum + (benefit.kind === 'visits' ? benefit.units : 0), 0);
}

/**
 * Refuses terms that contradict themselves or the business's catalogue (001-025, 001-048).
 * Refusals: `visit_allowance_mismatch`, `service_unknown`, `currency_mismatch`, `plan_incomplete`,
 * `rollover_cap_too_low` (details: `least`, the units of one period).
 */
export function checkPlanTerms(
  terms: PlanTerms,
  knownServices: ReadonlySet<string>,
  currency: Money['currency'],
): void {
  const keys = new Set(terms.benefits.map((benefit) => benefit.key));
  refuseUnless(keys.size === terms.benefits.length, 'plan_incomplete', { field: 'benefits' });
  for (const benefit of terms.benefits) {
    const unknown = benefit.serviceIds.filter((id) => !knownServices.has(id));
    refuseUnless(unknown.length === 0, 'service_unknown', { services: unknown });
    if (benefit.kind === 'allowance')
      refuseUnless(benefit.value.currency === currency, 'currency_mismatch', { currency });
    if (isCounted(benefit)) {
      // What has just been paid for never pushes itself out.
      const least = unitsOf(benefit);
      refuseUnless((benefit.rollover?.maxBalance ?? least) >= least, 'rollover_cap_too_low', { least });
    }
  }
  for (const { currency: given } of [terms.price, terms.enrolmentFee, terms.intro?.price].filter(isGiven)) {
    refuseUnless(given === currency, 'currency_mismatch', { currency });
  }
  const included = includedVisits(terms.benefits);
  refuseUnless(terms.visitAllowance === included, 'visit_allowance_mismatch', {
    stated: terms.visitAllowance,
    included,
  });
}
