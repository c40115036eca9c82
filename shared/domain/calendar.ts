import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';

/** A date in the business's zone, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().check(z.minimum(0));
export type Instant = z.infer<typeof Instant>;

/** An IANA zone name that this runtime knows. */
export const TimeZone = z.string().check(
  z.maxLength(64),
  z.refine((name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'unknown time zone'),
);

export const Interval = z.strictObject({
  unit: z.enum(['week', 'month', 'year']),
  count: z.int().check(z.minimum(1), z.maximum(24)),
});
export type Interval = z.infer<typeof Interval>;

/** What bill dates are counted from: never the previous bill date (rule T2). */
export const Anchor = z.strictObject({ date: LocalDate, interval: Interval });
export type Anchor = z.infer<typeof Anchor>;

/** Half-open `[start, end)`; `index` counts from 0 at the anchor. */
export const Period = z.strictObject({ index: z.int().check(z.minimum(0)), start: LocalDate, end: LocalDate });
export type Period = z.infer<typeof Period>;

/** The local date of an instant in a zone. */
export function localDateOf(instant: Instant, timeZone: string): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant of a local date in a zone; where midnight does not exist, the first instant after the gap (T4). */
export function startOfDay(date: LocalDate, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).startOfDay().epochMilliseconds;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

const plural = { week: 'weeks', month: 'months', year: 'years' } as const;

/**
 * The bill date that opens period `index`: the anchor plus `index` intervals, on the anchor's day or the month's last
 * (31 January → 28 February → 31 March; rule T2).
 */
export function billDate(anchor: Anchor, index: number): LocalDate {
  const { unit, count } = anchor.interval;
  return Temporal.PlainDate.from(anchor.date)
    .add({ [plural[unit]]: count * index })
    .toString();
}

export function periodAt(anchor: Anchor, index: number): Period {
  return { index, start: billDate(anchor, index), end: billDate(anchor, index + 1) };
}

/** The period that contains a date. Throws a RangeError for a date before the anchor. */
export function periodContaining(anchor: Anchor, date: LocalDate): Period {
  if (date < anchor.date) throw new RangeError(`${date} lies before the anchor ${anchor.date}`);
  const { unit, count } = anchor.interval;
  const from = Temporal.PlainDate.from(anchor.date);
  const elapsed = from.until(Temporal.PlainDate.from(date), { largestUnit: plural[unit] })[plural[unit]];
  // A shortened month can put the true index one after the elapsed whole months.
  let index = Math.floor(elapsed / count);
  while (billDate(anchor, index + 1) <= date) index += 1;
  return periodAt(anchor, index);
}
