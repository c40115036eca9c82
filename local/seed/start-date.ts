import { Temporal } from 'temporal-polyfill';
import type { RenewalRule } from '../../shared/domain/plan.ts';
import type { Interval, LocalDate } from '../../shared/domain/time.ts';

/** When a membership began, told so that it is true on whatever day the salon is made. */
export type Start =
  | { readonly daysAgo: number }
  | { readonly inDays: number }
  /** On that day of the month, at least so many months ago: the anchors that short months make difficult. */
  | { readonly onThe: 29 | 30 | 31; readonly monthsAgo: number }
  /** The next bill date is so many days away; a trial comes before the first period, so it moves the start ahead. */
  | { readonly renewsInDays: number }
  /** The fixed term ends about so many days from now; negative when it has ended. */
  | { readonly endsInDays: number };

const times = ({ unit, count }: Interval, n: number) => ({ [`${unit}s`]: count * n });

/** The first day of the membership, in the salon's zone. */
export function startDate(
  start: Start,
  plan: { readonly interval: Interval; readonly renewal: RenewalRule; readonly trialDays?: number | undefined },
  on: LocalDate,
): LocalDate {
  const today = Temporal.PlainDate.from(on);
  if ('daysAgo' in start) return today.subtract({ days: start.daysAgo }).toString();
  if ('inDays' in start) return today.add({ days: start.inDays }).toString();
  if ('onThe' in start) return lastDayNumbered(start.onThe, today.subtract({ months: start.monthsAgo })).toString();
  if ('renewsInDays' in start) {
    const anchor = anchorOf(today.add({ days: start.renewsInDays }), plan.interval);
    return anchor.subtract({ days: plan.trialDays ?? 0 }).toString();
  }
  if (plan.renewal.kind !== 'fixed_term') throw new Error('Only a plan with a fixed term ends by itself.');
  const firstDayWithout = today.add({ days: start.endsInDays + 1 });
  return firstDayWithout.subtract(times(plan.interval, plan.renewal.periods)).toString();
}

/** The day of that number, in the month of a date or the nearest one before it that has such a day. */
function lastDayNumbered(day: number, from: Temporal.PlainDate): Temporal.PlainDate {
  for (let month = from.toPlainYearMonth(); ; month = month.subtract({ months: 1 })) {
    if (month.daysInMonth >= day) return month.toPlainDate({ day });
  }
}

/** An anchor at least two periods before a bill date that counting forward leads to it exactly. */
function anchorOf(billDate: Temporal.PlainDate, interval: Interval): Temporal.PlainDate {
  for (let periods = 2; ; periods += 1) {
    const anchor = billDate.subtract(times(interval, periods));
    if (anchor.add(times(interval, periods)).equals(billDate)) return anchor;
  }
}
