import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { billDate, localDateOf } from '../../shared/domain/calendar.ts';
import { defaultRenewalWindow, RenewalWindow, renewalInstant } from '../../shared/domain/renewal-window.ts';
import { instantOf, wallTimeOf } from '../../shared/domain/wall-time.ts';
import { dayBetween, everyZone, hardZones } from '../support/zones.ts';

const membership = (n: number) => `msh_${String(n).padStart(26, '0')}`;
const anyMembership = fc.nat(1_000_000).map(membership);
const twoDigits = (n: number) => String(n).padStart(2, '0');
const clock = (minute: number) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
const anyWindow = fc
  .tuple(fc.nat(1438), fc.integer({ min: 1, max: 720 }))
  .map(([from, length]) => ({ from, to: Math.min(from + length, 1439) }));

describe('the hours in which a business lets its renewals run', () => {
  test('are half past seven at the latest unless the owner decides, before the front desk opens', () => {
    expect(defaultRenewalWindow).toEqual({ from: '05:00', to: '07:30' });
    expect(RenewalWindow.safeParse(defaultRenewalWindow).success).toBe(true);
  });

  test.each([
    ['one minute', '00:00', '00:01', true],
    ['twelve hours', '00:00', '12:00', true],
    ['the last hour of the day', '23:00', '23:59', true],
    ['more than twelve hours', '00:00', '12:01', false],
    ['no time at all', '05:00', '05:00', false],
    ['an end before the beginning', '07:30', '05:00', false],
    ['a night across midnight', '23:00', '01:00', false],
    ['an hour that no clock shows', '05:00', '24:00', false],
    ['a minute that no clock shows', '05:60', '07:00', false],
    ['an hour without its zero', '5:00', '07:30', false],
  ])('may be %s: %s to %s is %s', (_, from, to, allowed) => {
    expect(RenewalWindow.safeParse({ from, to }).success).toBe(allowed);
  });
});

describe('the moment of a renewal (rule T3)', () => {
  test('is always the same for one membership, at a whole second', () => {
    const at = () => renewalInstant('2026-02-28', membership(7), defaultRenewalWindow, 'Europe/London');
    expect(at()).toBe(at());
    expect(at() % 1000).toBe(0);
    const dayAfterDay = ['2026-03-27', '2026-03-28', '2026-03-30'].map(
      (date) =>
        wallTimeOf(renewalInstant(date, membership(7), defaultRenewalWindow, 'Europe/London'), 'Europe/London').second,
    );
    expect(new Set(dayAfterDay).size).toBe(1);
  });

  test('is spread evenly over memberships: no minute of the window has to carry more than its share', () => {
    const memberships = 15_000;
    const minutes = 150;
    const begins = instantOf('2026-03-10', 5 * 60, 'UTC');
    const counts = new Array<number>(minutes).fill(0);
    for (let n = 0; n < memberships; n += 1) {
      const after = renewalInstant('2026-03-10', membership(n), defaultRenewalWindow, 'UTC') - begins;
      const minute = Math.floor(after / 60_000);
      counts[minute] = (counts[minute] ?? 0) + 1;
    }
    const share = memberships / minutes;
    const chiSquare = counts.reduce((sum, count) => sum + (count - share) ** 2 / share, 0);
    expect(counts.length).toBe(minutes);
    expect(counts.reduce((sum, count) => sum + count)).toBe(memberships);
    // 149 degrees of freedom: an even spread exceeds 215 once in three thousand.
    expect(chiSquare).toBeLessThan(215);
  });

  test('seconds are spread too, so that a small window does not charge in bursts', () => {
    const window = { from: '05:00', to: '05:01' };
    const seconds = new Set(
      Array.from({ length: 1000 }, (_, n) => renewalInstant('2026-03-10', membership(n), window, 'UTC')),
    );
    expect(seconds.size).toBe(60);
  });

  test('lies on the bill date where the salon is, inside its window, unless that hour does not exist', () => {
    fc.assert(
      fc.property(
        dayBetween(1990, 2060),
        anyMembership,
        anyWindow,
        fc.oneof(fc.constantFrom(...everyZone), fc.constantFrom(...hardZones)),
        (date, id, { from, to }, timeZone) => {
          const at = renewalInstant(date, id, { from: clock(from), to: clock(to) }, timeZone);
          const begins = instantOf(date, from, timeZone);
          const ends = instantOf(date, to, timeZone);
          // Equal only where the window, or its rest, lies in a gap.
          expect(at >= begins && at <= ends).toBe(true);
          const shown = wallTimeOf(at, timeZone);
          const exists = wallTimeOf(begins, timeZone).second === from * 60 && ends - begins === (to - from) * 60_000;
          if (exists) {
            expect(shown.date).toBe(date);
            expect(shown.second >= from * 60 && shown.second < to * 60).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('comes on every bill date of a hard zone, but for days that were skipped', () => {
    const skipped: string[] = [];
    for (const timeZone of [...hardZones, 'Pacific/Kwajalein']) {
      for (let index = 0; index < 12 * 40; index += 1) {
        for (const anchor of ['1990-01-21', '1990-01-30', '1990-01-31']) {
          const date = billDate({ date: anchor, interval: { unit: 'month', count: 1 } }, index);
          const at = renewalInstant(date, membership(1), defaultRenewalWindow, timeZone);
          if (localDateOf(at, timeZone) !== date) skipped.push(`${timeZone} ${date}`);
        }
      }
    }
    expect(skipped).toEqual([
      'Pacific/Kiritimati 1994-12-31',
      'Pacific/Apia 2011-12-30',
      'Pacific/Kwajalein 1993-08-21',
    ]);
  });

  // Rule T6.
  test('a salon that moves keeps its members’ bill dates, whatever the zones', () => {
    fc.assert(
      fc.property(
        dayBetween(2020, 2060),
        anyMembership,
        fc.constantFrom(...everyZone),
        fc.constantFrom(...everyZone),
        (date, id, from, to) => {
          const before = renewalInstant(date, id, defaultRenewalWindow, from);
          const after = renewalInstant(date, id, defaultRenewalWindow, to);
          expect(localDateOf(before, from)).toBe(date);
          expect(localDateOf(after, to)).toBe(date);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
