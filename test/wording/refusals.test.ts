import { describe, expect, test } from '@jest/globals';
import { Language } from '../../shared/domain/business.ts';
import { refusalCodes } from '../../shared/domain/refusal.ts';
import { refusalSentence } from '../../shared/wording/refusals.ts';

const codes = [...refusalCodes, 'internal_error'] as const;
const sentencesOf = (text: string) => text.split(/[.:–;]\s+/).length;

describe('a “no” is a sentence that a person can act on', () => {
  test.each(Language.options.flatMap((language) => codes.map((code) => [code, language] as const)))(
    '%s in %s says what happened and what to do, without any details',
    (code, language) => {
      const text = refusalSentence(code, language);
      expect(text).toMatch(/\.$/);
      expect(sentencesOf(text)).toBeGreaterThanOrEqual(2);
      expect(text).not.toMatch(/undefined|null|NaN|_|\[object/);
    },
  );

  test('the two languages never share a sentence', () => {
    for (const code of codes) expect(refusalSentence(code, 'en')).not.toBe(refusalSentence(code, 'de'));
  });

  test('numbers and dates of the refusal stand in the sentence', () => {
    expect(refusalSentence('insufficient_credit', 'en', { available: 2 })).toContain('only two can be used');
    expect(refusalSentence('start_out_of_range', 'de', { earliest: '2026-03-01', latest: '2027-03-01' })).toContain(
      'vom 1. März 2026 bis zum 1. März 2027',
    );
    expect(refusalSentence('visit_allowance_mismatch', 'en', { stated: 4, included: 3 })).toMatch(/4.*3/);
  });

  test('details of the wrong kind do not spoil the sentence', () => {
    expect(refusalSentence('insufficient_credit', 'en', { available: 'many' })).toMatch(/^There is nothing left/);
    expect(refusalSentence('currency_mismatch', 'de', { currency: 7 })).not.toContain('7');
  });
});
