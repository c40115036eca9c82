import type { PlanTerms } from '../domain/plan.ts';
import { benefitInWords, capital, type NamedService } from './describe.ts';
import { formatPrice } from './format.ts';
import type { Tongue } from './words.ts';

/** What a plan includes: counted benefits with their period (“Two haircut visits every month”), the others as they are. */
export function includedInWords(
  plan: Pick<PlanTerms, 'benefits' | 'interval'>,
  services: readonly NamedService[],
  tongue: Tongue,
): string[] {
  return plan.benefits.map((benefit) => {
    const what = capital(benefitInWords(benefit, services, tongue));
    const counted = benefit.kind === 'visits' || benefit.kind === 'allowance';
    return counted ? tongue.words.plans.included(what, plan.interval) : what;
  });
}

/** A plan’s main rules in normal language (001-079), generated from its data: price, renewal or end, expiry, order, ending. */
export function rulesInWords(
  plan: Pick<PlanTerms, 'price' | 'interval' | 'renewal' | 'benefits'>,
  tongue: Tongue,
): string[] {
  const { plans } = tongue.words;
  const { interval, renewal } = plan;
  const counted = plan.benefits.some((benefit) => benefit.kind === 'visits' || benefit.kind === 'allowance');
  return [
    plans.youPay(formatPrice(plan.price, tongue.locale), interval),
    renewal.kind === 'until_cancelled'
      ? plans.renews(interval)
      : plans.fixedTerm({ unit: interval.unit, count: interval.count * renewal.periods }),
    ...(counted ? [plans.expiry(interval), plans.order] : []),
    plans.end,
  ];
}
