import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import {
  dayCount,
  formatDay,
  formatInstant,
  formatMoney,
  formatPrice,
  numberWord,
  relativeDay,
} from '../../shared/wording/format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('amounts', () => {
  test('a bill shows every digit, in the order of the country', () => {
    expect(plain(formatMoney({ amount: 123450, currency: 'EUR' }, 'de-DE'))).toBe('1.234,50 €');
    expect(formatMoney({ amount: 8900, currency: 'USD' }, 'en-US')).toBe('$89.00');
  });

  test('yen have no minor unit', () => {
    expect(plain(formatMoney({ amount: 8900, currency: 'JPY' }, 'en-US'))).toBe('¥8,900');
  });

  test('a price is said without empty cents', () => {
    expect(formatPrice({ amount: 8900, currency: 'USD' }, 'en-US')).toBe('$89');
    expect(formatPrice({ amount: 8950, currency: 'USD' }, 'en-US')).toBe('$89.50');
  });
});

describe('dates', () => {
  test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])(
    'the last day of March is the last day of March for somebody reading in %s',
    (zone) => {
      const format = new URL('../../shared/wording/format.ts', import.meta.url);
      const script = `import { formatDate } from '${format}'; console.log(formatDate('2026-03-31', 'en-GB'));`;
      // A process of its own: a zone cannot be changed in one that has already written a date.
      const written = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { TZ: zone },
        encoding: 'utf8',
      });
      expect(written.trim()).toBe('31 March 2026');
    },
  );

  test('the year is left out only when it is this one', () => {
    expect(formatDay('2026-03-31', '2026-01-05', 'en-GB')).toBe('31 March');
    expect(formatDay('2027-03-31', '2026-01-05', 'en-US')).toBe('March 31, 2027');
    expect(formatDay('2026-03-31', '2026-01-05', 'de-DE')).toBe('31. März');
  });

  test('an instant is written in the salon’s zone', () => {
    expect(formatInstant(Date.UTC(2026, 0, 30, 17, 0), 'Pacific/Kiritimati', 'en-GB')).toMatch(/^31 January 2026/);
  });

  test('days are counted across the change to summer time', () => {
    expect(dayCount('2026-03-28', '2026-03-30')).toBe(2);
    expect(dayCount('2026-03-30', '2026-03-28')).toBe(-2);
  });

  test.each([
    ['2026-03-10', 'today'],
    ['2026-03-11', 'tomorrow'],
    ['2026-03-15', 'in 5 days'],
    ['2026-03-09', 'yesterday'],
    ['2026-03-31', 'in 3 weeks'],
    ['2026-07-10', 'in 4 months'],
    ['2023-03-10', '3 years ago'],
  ])('%s seen from 10 March 2026 is %s', (date, words) => {
    expect(relativeDay(date, '2026-03-10', 'en')).toBe(words);
  });
});

test('counts are words to twelve and digits from thirteen on', () => {
  expect([1, 2, 12, 13].map((count) => numberWord(count, 'en'))).toEqual(['one', 'two', 'twelve', '13']);
  expect([2, 12, 1300].map((count) => numberWord(count, 'de'))).toEqual(['zwei', 'zwölf', '1.300']);
});
