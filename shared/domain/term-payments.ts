import { addDays, billDate, periodAt } from './calendar.ts';
import { periodLines, totalOf } from './period-invoice.ts';
import type { PlanTerms } from './plan.ts';
import type { TaxRule } from './tax.ts';
import type { Anchor, LocalDate } from './time.ts';

/** All bills of a membership that ends by itself. Amounts in minor units, tax included. */
export interface TermPayments {
  /** Equal bills in a row, in their order. */
  readonly groups: readonly { readonly count: number; readonly amount: number }[];
  readonly count: number;
  readonly total: number;
}

type Billed = Pick<PlanTerms, 'name' | 'price' | 'intro' | 'enrolmentFee' | 'interval' | 'renewal'>;

/** What a fixed term costs in all, from the lines that are billed; undefined for a plan that renews until it is cancelled. */
export function termPayments(plan: Billed, tax: TaxRule | undefined): TermPayments | undefined {
  if (plan.renewal.kind !== 'fixed_term') return undefined;
  // Amounts do not depend on days.
  const anchor = { date: '2024-01-01', interval: plan.interval };
  const amounts = Array.from({ length: plan.renewal.periods }, (_, index) =>
    totalOf(periodLines(plan, periodAt(anchor, index), tax)),
  );
  const groups: { count: number; amount: number }[] = [];
  for (const amount of amounts) {
    const last = groups.at(-1);
    if (last?.amount === amount) last.count += 1;
    else groups.push({ count: 1, amount });
  }
  return { groups, count: amounts.length, total: amounts.reduce((sum, amount) => sum + amount, 0) };
}

/** The day of a fixed term’s last bill; undefined for a plan that renews until it is cancelled. */
export const lastBillDate = (plan: Pick<PlanTerms, 'renewal'>, anchor: Anchor): LocalDate | undefined =>
  plan.renewal.kind === 'fixed_term' ? billDate(anchor, plan.renewal.periods - 1) : undefined;

/** The day of the first bill of somebody whose membership begins on a day: after the trial, where there is one. */
export const firstBillDate = (plan: Pick<PlanTerms, 'trialDays'>, startsOn: LocalDate): LocalDate =>
  addDays(startsOn, plan.trialDays ?? 0);
