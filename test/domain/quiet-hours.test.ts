import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageInstant, messagesFromHour, messagesUntilHour } from '../../shared/domain/quiet-hours.ts';
import { defaultRenewalWindow, renewalInstant } from '../../shared/domain/renewal-window.ts';
import { instantOf, wallTimeOf } from '../../shared/domain/wall-time.ts';
import { dayBetween, everyZone, hardZones } from '../support/zones.ts';

const newYork = 'America/New_York';
const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);

describe('nobody is written to at night (rule D2, section 19)', () => {
  test('messages leave between nine in the morning and eight in the evening', () => {
    expect([messagesFromHour, messagesUntilHour]).toEqual([9, 20]);
  });

  test.each([
    ['at nine sharp: at once', '2026-03-07', 540, '2026-03-07', 540],
    ['in the afternoon: at once', '2026-03-07', 900, '2026-03-07', 900],
    ['a minute before eight in the evening: at once', '2026-03-07', 1199, '2026-03-07', 1199],
    ['at eight in the evening: next morning', '2026-03-07', 1200, '2026-03-08', 540],
    ['a minute before midnight: next morning', '2026-03-07', 1439, '2026-03-08', 540],
    ['at midnight: the same morning', '2026-03-07', 0, '2026-03-07', 540],
    ['in the renewal window: the same morning', '2026-03-07', 330, '2026-03-07', 540],
    ['a minute before nine: at nine', '2026-03-07', 539, '2026-03-07', 540],
    ['in the hour that came twice: the same morning', '2026-11-01', 90, '2026-11-01', 540],
    ['on New Year’s Eve: next year', '2026-12-31', 1260, '2027-01-01', 540],
  ])('caused %s', (_, date, minutes, expectedDate, expectedMinutes) => {
    expect(messageInstant(instantOf(date, minutes, newYork), newYork)).toBe(
      instantOf(expectedDate, expectedMinutes, newYork),
    );
  });

  test('the night is an hour shorter in spring and longer in autumn, the morning stays nine o’clock', () => {
    expect(utc(messageInstant(Date.parse('2026-03-08T01:00:00Z'), newYork))).toBe('2026-03-08T13:00');
    expect(utc(messageInstant(Date.parse('2026-11-01T00:00:00Z'), newYork))).toBe('2026-11-01T14:00');
  });

  test('the evening before a day that Samoa skipped leads to the morning after it, not to its midnight', () => {
    const evening = instantOf('2011-12-29', 21 * 60, 'Pacific/Apia');
    expect(messageInstant(evening, 'Pacific/Apia')).toBe(instantOf('2011-12-31', 540, 'Pacific/Apia'));
  });

  const anyZone = fc.oneof(fc.constantFrom(...everyZone), fc.constantFrom(...hardZones));
  const anyInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 11, 31) });

  test('no message leaves at night, none waits longer than a night, none leaves before its cause', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, timeZone) => {
        const leaves = messageInstant(at, timeZone);
        const { second } = wallTimeOf(leaves, timeZone);
        expect(second >= 9 * 3600 && second < 20 * 3600).toBe(true);
        const { second: caused } = wallTimeOf(at, timeZone);
        if (caused >= 9 * 3600 && caused < 20 * 3600) expect(leaves).toBe(at);
        // 13 hours of night, and up to 3 by which a clock was set back.
        expect(leaves >= at && leaves - at <= 16 * 3_600_000).toBe(true);
        expect(messageInstant(leaves, timeZone)).toBe(leaves);
      }),
      { numRuns: 3000 },
    );
  });

  test('what a renewal causes leaves at nine on the bill date', () => {
    fc.assert(
      fc.property(dayBetween(2020, 2060), fc.constantFrom(...everyZone), (date, timeZone) => {
        const renewed = renewalInstant(date, 'msh_00000000000000000000000001', defaultRenewalWindow, timeZone);
        expect(wallTimeOf(messageInstant(renewed, timeZone), timeZone)).toEqual({ date, second: 9 * 3600 });
      }),
      { numRuns: 500 },
    );
  });
});
