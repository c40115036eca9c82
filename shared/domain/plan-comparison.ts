import type { Benefit, PlanTerms } from './plan.ts';
import type { Interval } from './time.ts';

/** One benefit in two plans, side by side. */
export interface ComparedBenefit {
  readonly verdict: 'more' | 'less' | 'same';
  readonly before?: Benefit;
  readonly after?: Benefit;
}

const servicesOf = ({ serviceIds }: Benefit): string => [...serviceIds].sort().join(' ');

/** Benefits are the same kind of thing when they are for the same services; visits and “as often as wanted” are. */
const familyOf = (benefit: Benefit): string =>
  `${benefit.kind === 'unlimited' ? 'visits' : benefit.kind} ${servicesOf(benefit)}`;

const sizeOf = (benefit: Benefit): number => {
  switch (benefit.kind) {
    case 'visits':
      return benefit.units;
    case 'allowance':
      return benefit.value.amount;
    case 'discount':
      return benefit.percent;
    case 'unlimited':
      return Number.POSITIVE_INFINITY;
    default:
      return benefit satisfies never;
  }
};

/** What a period of the second plan gives beside the first: its own benefits in order, then what there is no more. */
export function compareBenefits(before: readonly Benefit[], after: readonly Benefit[]): ComparedBenefit[] {
  const left = [...before];
  const kept = after.map((benefit): ComparedBenefit => {
    const at = left.findIndex((old) => familyOf(old) === familyOf(benefit));
    const [old] = at < 0 ? [] : left.splice(at, 1);
    if (old === undefined) return { verdict: 'more', after: benefit };
    const [was, is] = [sizeOf(old), sizeOf(benefit)];
    return { verdict: is > was ? 'more' : is < was ? 'less' : 'same', before: old, after: benefit };
  });
  return [...kept, ...left.map((benefit): ComparedBenefit => ({ verdict: 'less', before: benefit }))];
}

const monthsOf: Readonly<Record<Interval['unit'], number>> = { week: 12 / 52, month: 1, year: 12 };
const months = ({ unit, count }: Interval): number => monthsOf[unit] * count;

export const isSameInterval = (a: Interval, b: Interval): boolean => a.unit === b.unit && a.count === b.count;
export const isLonger = (interval: Interval, than: Interval): boolean => months(interval) > months(than);

type Priced = Pick<PlanTerms, 'price' | 'interval'>;

/** Whether the second plan costs less for the same time. */
export const isCheaper = (after: Priced, before: Priced): boolean =>
  after.price.amount * months(before.interval) < before.price.amount * months(after.interval);

/** What an amount per interval comes to in a month, in whole minor units. */
export const perMonth = (amount: number, interval: Interval): number => Math.round(amount / months(interval));
