import { describe, expect, test } from '@jest/globals';
import { readUnits, readWhole } from '../../frontend/admin/credits/units.ts';
import { amountForTyping, readAmount } from '../../frontend/common/amounts.ts';

describe('amounts as they are typed at the desk', () => {
  test.each([
    ['12', 1200],
    ['12,50', 1250],
    ['12.5', 1250],
    ['€ 12,50', 1250],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1.234', 123400],
    ['0,05', 5],
    [',5', 50],
  ])('“%s” is %i cents', (typed, amount) => {
    expect(readAmount(typed, 'EUR')).toEqual({ amount, currency: 'EUR' });
  });

  test.each(['', 'twelve', '12,3456', '-5', '1.2.3.4567', '99999999999'])('“%s” is no amount', (typed) => {
    expect(readAmount(typed, 'EUR')).toBeUndefined();
  });

  test('yen have no minor unit', () => {
    expect(readAmount('1,200', 'JPY')).toEqual({ amount: 1200, currency: 'JPY' });
    expect(readAmount('1200', 'JPY')).toEqual({ amount: 1200, currency: 'JPY' });
  });

  test.each(['en-US', 'de-DE', 'de-CH'])('what is shown for editing in %s reads back as the same amount', (locale) => {
    for (const amount of [0, 5, 99, 1250, 123456]) {
      expect(readAmount(amountForTyping({ amount, currency: 'CHF' }, locale), 'CHF')?.amount).toBe(amount);
    }
  });
});

describe('counts', () => {
  test('visits are whole numbers; a balance may be corrected to none', () => {
    expect(readUnits('3', 'visits', 'EUR')).toBe(3);
    expect(readUnits('0', 'visits', 'EUR')).toBe(0);
    expect(readUnits('1.5', 'visits', 'EUR')).toBeUndefined();
    expect(readUnits('-1', 'visits', 'EUR')).toBeUndefined();
  });

  test('a number outside its range is not read', () => {
    expect(readWhole(' 12 ', 1, 24)).toBe(12);
    expect(readWhole('25', 1, 24)).toBeUndefined();
    expect(readWhole('', 1, 24)).toBeUndefined();
  });
});
