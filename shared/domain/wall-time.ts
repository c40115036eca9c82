import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from './time.ts';

/** What the clock on the wall shows: a local date and the second of that day, 0 to 86 399, counted as the clock counts. */
export interface WallTime {
  readonly date: LocalDate;
  readonly second: number;
}

/**
 * The instant of a wall time in a zone. One that a spring gap leaves out is the end of the gap, not the same distance
 * behind it (02:30 → 03:00); one that an autumn overlap shows twice is the first; one on a day that a zone skipped is
 * the first instant after that day (rule T4).
 */
export function instantOfWallTime({ date, second }: WallTime, timeZone: string): Instant {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ seconds: second });
  const found = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wall)) return found.epochMilliseconds;
  // In a gap, “earlier” lies before the gap; the next change of the zone is the gap itself.
  const gap = found.getTimeZoneTransition('next');
  if (!gap) throw new RangeError(`${timeZone} leaves out ${wall} without a change of its clocks`);
  return gap.epochMilliseconds;
}

/** The instant at which a local day has reached `minutes`, 0 to 1439; gaps and overlaps as in `instantOfWallTime`. */
export function instantOf(date: LocalDate, minutes: number, timeZone: string): Instant {
  return instantOfWallTime({ date, second: minutes * 60 }, timeZone);
}

/** What the clock on the wall shows at an instant; parts of a second are cut off. */
export function wallTimeOf(instant: Instant, timeZone: string): WallTime {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return { date: local.toPlainDate().toString(), second: (local.hour * 60 + local.minute) * 60 + local.second };
}
