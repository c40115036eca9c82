import type { LocalDate } from '../../shared/domain/time.ts';
import { dayCount } from '../../shared/wording/format.ts';

/** How long people pause, in the words in which they say it. */
export const pauseLengths = ['one_week', 'two_weeks', 'one_month', 'two_months', 'three_months'] as const;
export type PauseLength = (typeof pauseLengths)[number];

const partsOf = {
  one_week: { days: 7, months: 0 },
  two_weeks: { days: 14, months: 0 },
  one_month: { days: 0, months: 1 },
  two_months: { days: 0, months: 2 },
  three_months: { days: 0, months: 3 },
} as const satisfies Record<PauseLength, { readonly days: number; readonly months: number }>;

interface Limits {
  readonly minDays: number;
  readonly maxDays: number;
}

/** Months have 28 to 31 days: so many more than the longest pause still count as it. */
const slack = 3;

/** The last day of a pause, inclusive. “Three months” where 90 days are the most is 90 days. */
export function lastDayOf(length: PauseLength, from: LocalDate, { maxDays }: Pick<Limits, 'maxDays'>): LocalDate {
  const { days, months } = partsOf[length];
  const until = laterBy(from, months, days);
  const most = laterBy(from, 0, maxDays);
  return laterBy(until > most && dayCount(most, until) <= slack ? most : until, 0, -1);
}

/** The lengths that the business allows. */
export const offeredLengths = (from: LocalDate, limits: Limits): PauseLength[] =>
  pauseLengths.filter((length) => {
    const days = daysOf(from, lastDayOf(length, from, limits));
    return days >= limits.minDays && days <= limits.maxDays;
  });

/** How many days a pause lasts, both ends included. */
export const daysOf = (from: LocalDate, lastDay: LocalDate): number => dayCount(from, lastDay) + 1;

/** The first and the last day that a pause may end on. */
export const lastDayRange = (from: LocalDate, { minDays, maxDays }: Limits) => ({
  first: laterBy(from, 0, minDays - 1),
  last: laterBy(from, 0, maxDays - 1),
});

/** So many months and then days later; a day that a month has not is its last one. */
export function laterBy(date: LocalDate, months: number, days: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth) + days);
  return new Date(later).toISOString().slice(0, 10);
}
