import { Temporal } from 'temporal-polyfill';
import type { Anchor, Instant, LocalDate, Period } from './time.ts';

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

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

const plural = { week: 'weeks', month: 'months', year: 'years' } as const;

/** The index of the period that begins on the anchor's date. */
const indexOf = ({ index = 0 }: Anchor): number => index;

/**
 * The bill date that opens period `index`: the anchor plus as many intervals as lie between, on the anchor's day or the
 * month's last (31 January → 28 February → 31 March; rule T2).
 */
export function billDate(anchor: Anchor, index: number): LocalDate {
  const { unit, count } = anchor.interval;
  return Temporal.PlainDate.from(anchor.date)
    .add({ [plural[unit]]: count * (index - indexOf(anchor)) })
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
  let index = indexOf(anchor) + Math.floor(elapsed / count);
  while (billDate(anchor, index + 1) <= date) index += 1;
  return periodAt(anchor, index);
}
