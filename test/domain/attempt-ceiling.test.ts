import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Attempt, mayAttempt } from '../../shared/domain/attempt-ceiling.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import { instantOf } from '../../shared/domain/wall-time.ts';

describe('how often a card may be tried at one invoice (rule D3)', () => {
  const zone = 'America/New_York';
  const at = (date: string, minutes: number) => instantOf(date, minutes, zone);
  const day = 24 * 60 * 60 * 1000;
  const visa = (instant: number): Attempt => ({ at: instant, card: 'visa' });

  test('twice on a day of the salon, also by hand; from midnight there it may be tried again', () => {
    const attempts = [visa(at('2026-03-10', 300)), visa(at('2026-03-10', 1000))];
    expect(mayAttempt(attempts.slice(0, 1), 'visa', at('2026-03-10', 1439), zone)).toBe('yes');
    expect(mayAttempt(attempts, 'visa', at('2026-03-10', 1439), zone)).toBe('daily_limit');
    expect(mayAttempt(attempts, 'visa', at('2026-03-11', 0), zone)).toBe('yes');
  });

  test('the evening before is another day, though Greenwich says it is the same', () => {
    const attempts = [visa(at('2026-03-10', 1260)), visa(at('2026-03-10', 1320))];
    expect(mayAttempt(attempts, 'visa', at('2026-03-11', 300), zone)).toBe('yes');
    expect(mayAttempt(attempts, 'visa', at('2026-03-11', 300), 'UTC')).toBe('daily_limit');
  });

  test('ten times in thirty days, then not before the oldest attempt is thirty days old', () => {
    const first = at('2026-03-01', 300);
    const attempts = Array.from({ length: 10 }, (_, i) => visa(first + i * day));
    expect(mayAttempt(attempts.slice(0, 9), 'visa', first + 12 * day, zone)).toBe('yes');
    expect(mayAttempt(attempts, 'visa', first + 12 * day, zone)).toBe('card_limit');
    expect(mayAttempt(attempts, 'visa', first + 30 * day - 1, zone)).toBe('card_limit');
    expect(mayAttempt(attempts, 'visa', first + 30 * day, zone)).toBe('yes');
  });

  test('a new card begins with nothing', () => {
    const attempts = Array.from({ length: 10 }, (_, i) => visa(at('2026-03-10', 300 + i)));
    expect(mayAttempt(attempts, 'visa', at('2026-03-10', 400), zone)).toBe('card_limit');
    expect(mayAttempt(attempts, 'mastercard', at('2026-03-10', 400), zone)).toBe('yes');
  });

  test('however often people press the button, no card is tried more than that', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('visa', 'amex'), fc.nat(20 * 60 * 60 * 1000)), { maxLength: 120 }),
        (presses) => {
          const made: Attempt[] = [];
          let now = at('2026-02-20', 300);
          for (const [card, wait] of presses) {
            now += wait;
            if (mayAttempt(made, card, now, zone) === 'yes') made.push({ at: now, card });
          }
          for (const { at: end, card } of made) {
            const same = made.filter((other) => other.card === card && other.at <= end);
            expect(same.filter((other) => other.at > end - 30 * day).length).toBeLessThanOrEqual(10);
            const today = localDateOf(end, zone);
            expect(same.filter((other) => localDateOf(other.at, zone) === today).length).toBeLessThanOrEqual(2);
          }
        },
      ),
    );
  });
});
