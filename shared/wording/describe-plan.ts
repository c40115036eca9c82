import type { Money } from '../domain/money.ts';
import { isCounted, type PlanTerms } from '../domain/plan.ts';
import type { TaxRule } from '../domain/tax.ts';
import type { Interval } from '../domain/time.ts';
import { benefitInWords, capital, type NamedService } from './describe.ts';
import { priceInWords } from './describe-price.ts';
import { rolloverInWords } from './describe-rollover.ts';
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
  tax: TaxRule | undefined,
  tongue: Tongue,
): string[] {
  if (intro === undefined) return [];
  const each = (money: Money) => priceInWords({ price: money, interval }, tax, tongue);
  return [tongue.words.plans.intro(each(intro.price), times(interval, intro.periods), each(price))];
}

/** How long somebody joins for at least, if that was agreed (rule K8). */
export const commitmentInWords = (
  { interval, commitmentPeriods }: Pick<PlanTerms, 'interval' | 'commitmentPeriods'>,
  { words: { plans } }: Tongue,
): string[] => (commitmentPeriods === undefined ? [] : [plans.commitment(times(interval, commitmentPeriods))]);
