import type { Money } from '../domain/money.ts';
import { isCounted, type PlanTerms } from '../domain/plan.ts';
import type { Interval } from '../domain/time.ts';
import { benefitInWords, capital, type NamedService } from './describe.ts';
import { rolloverInWords } from './describe-rollover.ts';
import { formatPrice } from './format.ts';
import type { WayOut } from './plan-words.ts';
import type { Tongue } from './words.ts';

/** What a plan includes: counted benefits with their period (“Two haircut visits every month”), the others as they are. */
export function includedInWords(
  plan: Pick<PlanTerms, 'benefits' | 'interval'>,
  services: readonly NamedService[],
  tongue: Tongue,
): string[] {
  return plan.benefits.map((benefit) => {
    const what = capital(benefitInWords(benefit, services, tongue));
    return isCounted(benefit) ? tongue.words.plans.included(what, plan.interval) : what;
  });
}

/**
 * A plan’s main rules in normal language (001-079), generated from its data: price with all that is added or differs at
 * first, renewal or end, expiry, order, how it is cancelled.
 */
export function rulesInWords(
  plan: Pick<PlanTerms, 'price' | 'interval' | 'renewal' | 'benefits' | StartingTerm>,
  services: readonly NamedService[],
  tongue: Tongue,
  wayOut: WayOut = 'salon',
): string[] {
  const { plans } = tongue.words;
  const { interval } = plan;
  return [
    plans.youPay(formatPrice(plan.price, tongue.locale), interval),
    ...startInWords(plan, tongue),
    renewalInWords(plan, tongue),
    ...commitmentInWords(plan, tongue),
    ...expiryInWords(plan, services, tongue),
    plans.end[wayOut],
  ];
}

/** Until when counted benefits can be used, which of them are kept for longer (rule C6), and which are used first. */
export function expiryInWords(
  { interval, benefits }: Pick<PlanTerms, 'interval' | 'benefits'>,
  services: readonly NamedService[],
  tongue: Tongue,
): string[] {
  const { plans } = tongue.words;
  const counted = benefits.filter(isCounted);
  if (counted.length === 0) return [];
  const kept = counted.flatMap((benefit) => rolloverInWords(benefit, interval, services, tongue) ?? []);
  const ends =
    kept.length === 0 ? [plans.expiry(interval)] : kept.length < counted.length ? [plans.expiryOfOthers(interval)] : [];
  return [...new Set(kept), ...ends, plans.order];
}

type StartingTerm = 'enrolmentFee' | 'intro' | 'trialDays' | 'commitmentPeriods';

const times = ({ unit, count }: Interval, periods: number): Interval => ({ unit, count: count * periods });

/** Whether it renews until it is cancelled, or ends by itself. */
export const renewalInWords = (
  { interval, renewal }: Pick<PlanTerms, 'interval' | 'renewal'>,
  { words: { plans } }: Tongue,
): string =>
  renewal.kind === 'until_cancelled' ? plans.renews(interval) : plans.fixedTerm(times(interval, renewal.periods));

/** What the first periods cost instead, if they do. */
export function introInWords(
  { price, interval, intro }: Pick<PlanTerms, 'price' | 'interval' | 'intro'>,
  { locale, words: { plans } }: Tongue,
): string[] {
  if (intro === undefined) return [];
  const each = (money: Money) => plans.pricePer(formatPrice(money, locale), interval);
  return [plans.intro(each(intro.price), times(interval, intro.periods), each(price))];
}

/** How long somebody joins for at least, if that was agreed (rule K8). */
export const commitmentInWords = (
  { interval, commitmentPeriods }: Pick<PlanTerms, 'interval' | 'commitmentPeriods'>,
  { words: { plans } }: Tongue,
): string[] => (commitmentPeriods === undefined ? [] : [plans.commitment(times(interval, commitmentPeriods))]);

function startInWords(plan: Pick<PlanTerms, 'price' | 'interval' | StartingTerm>, tongue: Tongue): string[] {
  const { plans } = tongue.words;
  const { enrolmentFee, trialDays } = plan;
  return [
    ...(trialDays === undefined ? [] : [plans.trial(trialDays)]),
    ...introInWords(plan, tongue),
    ...(enrolmentFee === undefined ? [] : [plans.enrolmentFee(formatPrice(enrolmentFee, tongue.locale))]),
  ];
}
