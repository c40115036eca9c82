import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, billDate, localDateOf, startOfDay } from '../../shared/domain/calendar.ts';
import { instantOf, instantOfWallTime, wallTimeOf } from '../../shared/domain/wall-time.ts';
import { dayBetween, everyZone, hardZones } from '../support/zones.ts';

const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);

describe('the clock on the salon’s wall (rule T4)', () => {
  test.each([
    ['on an ordinary winter morning', '2026-03-07', 7 * 60, 'America/New_York', '2026-03-07T12:00'],
    ['on the morning after the clocks went forward', '2026-03-08', 7 * 60, 'America/New_York', '2026-03-08T11:00'],
    ['on the morning after they went back', '2026-11-01', 7 * 60, 'America/New_York', '2026-11-01T12:00'],
    ['at 02:30 when 02:00 became 03:00: 03:00', '2026-03-08', 2 * 60 + 30, 'America/New_York', '2026-03-08T07:00'],
    ['at 01:30 when it came twice: the first', '2026-11-01', 60 + 30, 'America/New_York', '2026-11-01T05:30'],
    ['at 01:30 when 01:00 became 02:00: 02:00', '2026-03-29', 60 + 30, 'Europe/London', '2026-03-29T01:00'],
    ['on an island a day ahead', '2026-01-31', 7 * 60, 'Pacific/Kiritimati', '2026-01-30T17:00'],
    ['in a gap of half an hour', '2026-10-04', 2 * 60 + 10, 'Australia/Lord_Howe', '2026-10-03T15:30'],
    ['in an overlap of half an hour', '2026-04-05', 60 + 45, 'Australia/Lord_Howe', '2026-04-04T14:45'],
    ['at a midnight that did not exist', '2026-03-08', 0, 'America/Havana', '2026-03-08T05:00'],
    ['on a day that the island skipped', '2011-12-30', 7 * 60, 'Pacific/Apia', '2011-12-30T10:00'],
    ['on a day that the atoll skipped', '1993-08-21', 7 * 60, 'Pacific/Kwajalein', '1993-08-21T12:00'],
  ])('%s', (_, date, minutes, timeZone, expected) => {
    expect(utc(instantOf(date, minutes, timeZone))).toBe(expected);
  });

  test('the morning after a spring night comes 23 hours later, after an autumn night 25', () => {
    const hoursBefore = (date: string) =>
      (instantOf(date, 420, 'America/New_York') - instantOf(addDays(date, -1), 420, 'America/New_York')) / 3_600_000;
    expect([hoursBefore('2026-03-07'), hoursBefore('2026-03-08'), hoursBefore('2026-11-01')]).toEqual([24, 23, 25]);
  });

  const wallTime = fc.record({ date: dayBetween(1990, 2060), second: fc.integer({ min: 0, max: 86_399 }) });

  test('a wall time is shown at its instant and never before it, or lies in a gap that ends there', () => {
    fc.assert(
      fc.property(wallTime, fc.constantFrom(...everyZone), (wall, timeZone) => {
        const instant = instantOfWallTime(wall, timeZone);
        const shown = wallTimeOf(instant, timeZone);
        if (shown.date === wall.date && shown.second === wall.second) {
          for (const earlier of [1, 2, 3, 6].map((halfHours) => instant - halfHours * 1_800_000)) {
            expect(wallTimeOf(earlier, timeZone)).not.toEqual(wall);
          }
        } else {
          const before = wallTimeOf(instant - 1000, timeZone);
          const place = ({ date, second }: typeof wall) => `${date} ${String(second).padStart(5, '0')}`;
          expect(place(before) < place(wall) && place(wall) < place(shown)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each(hardZones)('no wall time of any day in %s runs backwards', (timeZone) => {
    fc.assert(
      fc.property(dayBetween(1990, 2060), (date) => {
        const instants = Array.from({ length: 25 }, (_, hour) =>
          hour < 24 ? instantOf(date, hour * 60, timeZone) : instantOf(addDays(date, 1), 0, timeZone),
        );
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(instants[0]).toBe(startOfDay(date, timeZone));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the year of any anchor in any zone has exactly twelve monthly charges', () => {
  const monthly = { unit: 'month', count: 1 } as const;
  const billDatesFrom = (date: string) =>
    Array.from({ length: 13 }, (_, index) => billDate({ date, interval: monthly }, index));
  const anchorsOf = (year: number) =>
    Array.from({ length: 31 }, (_, day) => billDatesFrom(addDays(`${year}-01-01`, day)));

  /** Charges, at 05:00, of thirteen bill dates that fall into the year that begins with the first and ends with the last. */
  const chargesOfYear = (dates: readonly string[], timeZone: string): number => {
    const begins = startOfDay(dates[0] ?? '', timeZone);
    const ends = startOfDay(dates[12] ?? '', timeZone);
    const instants = new Set(dates.map((date) => instantOf(date, 300, timeZone)));
    return [...instants].filter((instant) => instant >= begins && instant < ends).length;
  };
  const wrongAnchors = (anchors: readonly string[][], timeZone: string) =>
    anchors.filter((dates) => chargesOfYear(dates, timeZone) !== 12).map((dates) => `${dates[0]} ${timeZone}`);

  test('in every zone that exists, for every anchor day', () => {
    expect(everyZone.length).toBeGreaterThan(400);
    const anchors = anchorsOf(2026);
    expect(everyZone.flatMap((timeZone) => wrongAnchors(anchors, timeZone))).toEqual([]);
  });

  test.each(hardZones)('in %s in every decade', (timeZone) => {
    const years = [1994, 2000, 2011, 2026, 2037, 2048, 2059];
    expect(wrongAnchors(years.flatMap(anchorsOf), timeZone)).toEqual([]);
  });

  test('in any zone, from any day of seven decades', () => {
    fc.assert(
      fc.property(dayBetween(1990, 2060), fc.constantFrom(...everyZone), (date, timeZone) => {
        expect(chargesOfYear(billDatesFrom(date), timeZone)).toBe(12);
      }),
      { numRuns: 1000 },
    );
  });

  test('also across the day that Samoa skipped, whose bill is paid as the next day begins', () => {
    const [, december = ''] = billDatesFrom('2011-11-30');
    const bill = instantOf(december, 300, 'Pacific/Apia');
    expect(december).toBe('2011-12-30');
    expect(localDateOf(bill, 'Pacific/Apia')).toBe('2011-12-31');
    expect(bill).toBeLessThan(instantOf('2011-12-31', 300, 'Pacific/Apia'));
  });
});
