import type { PlanChangePreview, PlanChoice, PlanChoices } from '../../shared/contract/plan-change-views.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { type ChangeWish, waysToChange } from '../../shared/domain/plan-change.ts';
import { compareBenefits } from '../../shared/domain/plan-comparison.ts';
import type { ChangeWhen, PlanChangeQuote } from '../../shared/domain/plan-quote.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/refusal.ts';
import { membershipAfter, payerAfter, versionNamed, wishOf } from '../billing/quote-plan-change.ts';
import type { LoadedScene } from '../billing/scene.ts';
import { newestPlans } from '../store/configuration.ts';
import { billingView } from './billing-view.ts';
import { membershipView } from './membership-view.ts';
import { planView } from './plan-view.ts';

/** What one plan stands in the way of and others do not. */
const ofOnePlan: readonly RefusalCode[] = [
  'already_enrolled',
  'within_commitment',
  'change_only_next_period',
  'same_plan',
  'plan_not_offered',
];

/**
 * The other plans that are offered and can be changed to. A member alone begins today by card only. Refuses what stands
 * in the way of all of them.
 */
export function planChoices(scene: LoadedScene, by: 'member' | 'staff'): PlanChoices {
  const { configuration, membership, plan } = scene;
  const others = newestPlans(configuration).filter(({ offered, planId }) => offered && planId !== plan.planId);
  const refused: Refusal[] = [];
  const choices = others.flatMap((to): PlanChoice[] => {
    const { ways, refusal } = waysFor(wishOf(scene, to), by);
    if (refusal !== undefined) refused.push(refusal);
    if (ways.length === 0) return [];
    return [
      {
        plan: planView(to, configuration, membership.locationId),
        ways,
        compared: compareBenefits(plan.benefits, to.benefits),
      },
    ];
  });
  const general = refused.find(({ code }) => !ofOnePlan.includes(code));
  if (choices.length === 0 && general !== undefined) throw general;
  const { committedUntil } = membership;
  const waits = committedUntil !== undefined && refused.some(({ code }) => code === 'within_commitment');
  return {
    current: planView(plan, configuration, membership.locationId),
    choices,
    ...(waits ? { cheaperFrom: addDays(committedUntil, 1) } : {}),
  };
}

function waysFor(wish: Omit<ChangeWish, 'when'>, by: 'member' | 'staff'): { ways: ChangeWhen[]; refusal?: Refusal } {
  const found = waysToChange(wish);
  const isByCard = by === 'staff' || wish.membership.payment === 'card';
  return { ...found, ways: found.ways.filter((when) => isByCard || when === 'next_period') };
}

/** A quote, ready for words. */
export function planChangePreview(scene: LoadedScene, quote: PlanChangeQuote): PlanChangePreview {
  const { configuration, business, plan, membership, snapshot, occasion } = scene;
  const to = versionNamed(configuration, quote);
  const money = (amount: number) => ({ amount, currency: business.currency });
  const { quoteId, expiresAt, when, effectiveOn, proration, lines, grants } = quote;
  const after = membershipAfter(scene, to, quote);
  const { card } = billingView(snapshot, configuration, occasion.today);
  return {
    quoteId,
    expiresAt,
    when,
    effectiveOn,
    from: planView(plan, configuration, membership.locationId),
    to: planView(to, configuration, membership.locationId),
    compared: compareBenefits(plan.benefits, to.benefits),
    ...(proration === undefined
      ? {}
      : { proration: { ...proration, price: money(proration.price), credit: money(proration.credit) } }),
    total: money(quote.total),
    tax: money(lines.reduce((sum, { tax }) => sum + tax, 0)),
    fromAccountCredit: money(quote.creditApplied),
    amount: money(quote.amount),
    toAccountCredit: money(quote.toAccountCredit),
    grants: [...grants],
    payment: membership.payment,
    ...(card === undefined || membership.payment !== 'card' ? {} : { card }),
    membership: membershipView(after, configuration, occasion.today, payerAfter(scene, quote)),
  };
}
