import * as z from 'zod/mini';
import { periodAt, periodContaining } from './calendar.ts';
import { scheduleOf } from './pause-schedule.ts';
import { periodLines, totalOf } from './period-invoice.ts';
import type { PlanTerms } from './plan.ts';
import type { TaxRule } from './tax.ts';
import type { LocalDate } from './time.ts';

/** All bills of a membership that ends by itself. Amounts in minor units, tax included. */
export const TermPayments = z.strictObject({
  /** Equal bills in a row, in their order. */
  groups: z.array(z.strictObject({ count: z.int(), amount: z.int() })),
  count: z.int(),
  total: z.int(),
});
export type TermPayments = z.infer<typeof TermPayments>;

type Billed = Pick<PlanTerms, 'price' | 'intro' | 'enrolmentFee' | 'interval' | 'renewal'>;

/** What a fixed term costs in all, from the lines that are billed; undefined for a plan that renews until it is cancelled. */
export function termPayments(plan: Billed, tax: TaxRule | undefined): TermPayments | undefined {
  if (plan.renewal.kind !== 'fixed_term') return undefined;
  // Amounts depend neither on days nor on a name.
  const anchor = { date: '2024-01-01', interval: plan.interval };
  const amounts = Array.from({ length: plan.renewal.periods }, (_, index) =>
    totalOf(periodLines({ ...plan, name: '' }, periodAt(anchor, index), tax)),
  );
  const groups: { count: number; amount: number }[] = [];
  for (const amount of amounts) {
    const last = groups.at(-1);
    if (last?.amount === amount) last.count += 1;
    else groups.push({ count: 1, amount });
  }
  return { groups, count: amounts.length, total: amounts.reduce((sum, amount) => sum + amount, 0) };
}

/**
 * The day of the bill that opens the last period of a fixed term, with a pause in it (rules P1, P2); undefined for what
 * renews until it is cancelled, and while a pause without an end keeps anybody from knowing.
 */
export function lastBillDate(planned: Parameters<typeof scheduleOf>[0]): LocalDate | undefined {
  const schedule = scheduleOf(planned);
  if (schedule?.lastDay === undefined) return undefined;
  const { anchor, period, lastDay } = schedule;
  // The bills inside a pause are not made, and the anchor may be that of the bill after it.
  return lastDay < period.end ? planned.period.start : periodContaining(anchor, lastDay).start;
}
