import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  billDate,
  daysBetween,
  localDateOf,
  periodAt,
  periodContaining,
  startOfDay,
} from '../../shared/domain/calendar.ts';

const monthly = { unit: 'month', count: 1 } as const;
const yearly = { unit: 'year', count: 1 } as const;

describe('bill dates are counted from the anchor, never from the last bill (rule T2)', () => {
  test.each([
    ['2026-01-31', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31']],
    ['2028-01-31', ['2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31', '2028-06-30', '2028-07-31', '2028-08-31']],
  ])('a member who joined on %s', (date, next) => {
    expect(next.map((_, i) => billDate({ date, interval: monthly }, i + 1))).toEqual(next);
  });

  test('a short February does not stay: nobody who joined on a 31st pays on the 28th of March', () => {
    const anchor = { date: '2026-01-31', interval: monthly };
    const chained = ['2026-02-28', '2026-03-28', '2026-04-28'];
    expect([1, 2, 3].map((i) => billDate(anchor, i)).filter((date) => chained.includes(date))).toEqual(['2026-02-28']);
  });

  test('a yearly member who joined on a leap day pays on 28 February, and on the 29th when there is one', () => {
    const anchor = { date: '2024-02-29', interval: yearly };
    expect([1, 2, 3, 4, 5].map((i) => billDate(anchor, i))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
      '2029-02-28',
    ]);
  });

  const anchorDate = fc
    .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => addDays(`${year}-${String(month).padStart(2, '0')}-01`, day - 1));
  const interval = fc.record({
    unit: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
    count: fc.integer({ min: 1, max: 6 }),
  });

  test('they only ever move forward, and every day belongs to exactly the period that contains it', () => {
    fc.assert(
      fc.property(anchorDate, interval, fc.integer({ min: 0, max: 120 }), fc.nat(400), (date, every, index, offset) => {
        const anchor = { date, interval: every };
        const period = periodAt(anchor, index);
        expect(period.end > period.start).toBe(true);
        expect(periodContaining(anchor, period.start)).toEqual(period);
        expect(periodContaining(anchor, addDays(period.end, -1))).toEqual(period);
        const day = addDays(date, offset);
        const containing = periodContaining(anchor, day);
        expect(containing.start <= day && day < containing.end).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('every twelve months hold exactly twelve monthly bills', () => {
    fc.assert(
      fc.property(anchorDate, fc.integer({ min: 0, max: 500 }), (date, from) => {
        const anchor = { date, interval: monthly };
        const dates = Array.from({ length: 13 }, (_, i) => billDate(anchor, from + i));
        expect(new Set(dates.map((d) => d.slice(0, 7))).size).toBe(13);
        expect(dates[12]?.slice(5, 7)).toBe(dates[0]?.slice(5, 7));
      }),
      { numRuns: 300 },
    );
  });

  // Goal R9.
  test.each(Array.from({ length: 31 }, (_, i) => i + 1))(
    'four hundred years of an anchor on day %i have twelve bills each, in order, on that day or the month’s last',
    (day) => {
      const anchor = { date: `2000-01-${String(day).padStart(2, '0')}`, interval: monthly };
      const dates = Array.from({ length: 400 * 12 }, (_, i) => billDate(anchor, i));
      const expected = dates.map((_, i) => {
        const lastOfMonth = new Date(Date.UTC(2000, i + 1, 0));
        lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
        return lastOfMonth.toISOString().slice(0, 10);
      });
      expect(dates.join() === expected.join()).toBe(true);
      for (let i = day; i < dates.length; i += 97) {
        const period = periodContaining(anchor, dates[i] ?? '');
        if (period.index !== i) throw new Error(`${dates[i]} opens period ${i}, not ${period.index}`);
      }
    },
  );

  test('a day before the anchor belongs to no period', () => {
    expect(() => periodContaining({ date: '2026-05-10', interval: monthly }, '2026-05-09')).toThrow(RangeError);
  });
});

describe('local days', () => {
  test('the day in the salon is not always the day in Greenwich', () => {
    const instant = Date.parse('2026-01-30T17:00:00Z');
    expect(localDateOf(instant, 'Pacific/Kiritimati')).toBe('2026-01-31');
    expect(localDateOf(instant, 'America/New_York')).toBe('2026-01-30');
  });

  test('a day begins at its first instant, also where midnight does not exist', () => {
    // Beirut turned its clocks at midnight: 27 March 2022 began at 01:00 local time.
    expect(new Date(startOfDay('2022-03-27', 'Asia/Beirut')).toISOString()).toBe('2022-03-26T22:00:00.000Z');
    expect(localDateOf(startOfDay('2022-03-27', 'Asia/Beirut'), 'Asia/Beirut')).toBe('2022-03-27');
  });

  test('days are counted across leap days and clock changes', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});
