import * as z from 'zod/mini';
import { addDays, billDate } from './calendar.ts';
import type { Anchor, LocalDate, Period } from './time.ts';

/** Periods for which unused credits may be kept at most. */
export const oldestAgePeriods = 24;

/**
 * What happens to the credits of a period that were not used in it (rule C6); every limit may be left out.
 * - `maxAgePeriods`: for so many more periods they can be used; without it they never expire;
 * - `maxBalance`: so many units of the benefit can be there at once, what comes new included;
 * - `maxPercent`: only this share of what a period gives is kept, rounded down.
 */
export const Rollover = z.strictObject({
  maxBalance: z.optional(z.int().check(z.minimum(1), z.maximum(100_000_000))),
  maxAgePeriods: z.optional(z.int().check(z.minimum(1), z.maximum(oldestAgePeriods))),
  maxPercent: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
});
export type Rollover = z.infer<typeof Rollover>;

/** Of what a period gives, the units that can be kept and those that end with it. */
export function shareKept(units: number, rollover: Rollover | undefined): { kept: number; ending: number } {
  if (rollover === undefined) return { kept: 0, ending: units };
  const kept = Math.floor((units * (rollover.maxPercent ?? 100)) / 100);
  return { kept, ending: units - kept };
}

/** The last day of what ends with its period: the day before the next bill date, whenever that is paid. */
export const lastDayOf = ({ end }: Pick<Period, 'end'>): LocalDate => addDays(end, -1);

/**
 * The last day of what is kept, counted in bill dates from the anchor and never from a payment; undefined without a limit
 * of age.
 */
export const lastDayKept = (anchor: Anchor, { index }: Pick<Period, 'index'>, { maxAgePeriods }: Rollover) =>
  maxAgePeriods === undefined ? undefined : addDays(billDate(anchor, index + 1 + maxAgePeriods), -1);
