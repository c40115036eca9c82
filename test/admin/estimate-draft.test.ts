import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draftOf, type EstimateDraft, emptyLine, readEstimate } from '../../frontend/admin/estimates/estimate-draft.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';

// 004-047: what a colleague types is what is offered.

const salesTax: TaxRule = { name: 'Sales tax', basisPoints: 850, mode: 'exclusive' };
const at = { currency: 'USD', tax: salesTax, today: '2026-05-04', latest: '2027-05-04' } as const;
const bridal: EstimateDraft = {
  title: ' Bridal package ',
  lines: [
    { key: 0, text: 'Bridal hair', quantity: '1', each: '180' },
    { key: 4, text: 'Bridesmaid hair', quantity: '3', each: '45.00' },
  ],
  remark: '  ',
  validUntil: '2026-06-04',
};

describe('an estimate in the form', () => {
  test('is offered as it was typed, with the tax added', () => {
    const { offer, total, problems } = readEstimate(bridal, at);
    expect([...problems]).toEqual([]);
    expect(offer).toEqual({
      title: 'Bridal package',
      lines: [
        { text: 'Bridal hair', quantity: 1, each: 18_000 },
        { text: 'Bridesmaid hair', quantity: 3, each: 4_500 },
      ],
      validUntil: '2026-06-04',
    });
    // 8.5 % of $180 and of $135, each rounded.
    expect(total).toBe(18_000 + 1_530 + 13_500 + 1_148);
  });

  test('says what is missing at each place, and is not offered until then', () => {
    const wrong = {
      ...bridal,
      title: ' ',
      validUntil: '2026-05-03',
      lines: [{ key: 7, text: '', quantity: '1.5', each: 'much' }, emptyLine(8)],
    };
    const { problems, offer } = readEstimate(wrong, at);
    expect([...problems].sort()).toEqual(
      ['each.7', 'each.8', 'quantity.7', 'text.7', 'text.8', 'title', 'validUntil'].sort(),
    );
    expect(offer).toBeUndefined();
  });

  test('costs something', () => {
    const free = { ...bridal, lines: [{ key: 0, text: 'Consultation', quantity: '1', each: '0' }] };
    expect([...readEstimate(free, at).problems]).toEqual(['total']);
  });

  test('a new version begins with what was offered, in every way of writing amounts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en-US', 'de-DE', 'de-CH'),
        fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 20 }), each: fc.integer({ min: 1, max: 99_999 }) }), {
          minLength: 1,
          maxLength: 20,
        }),
        (locale, amounts) => {
          const lines = amounts.map((amount) => ({ text: 'Hair', ...amount }));
          const offer = { title: 'Bridal', lines, remark: 'At home.', validUntil: '2026-06-04' };
          const { currency } = at;
          expect(readEstimate(draftOf(offer, '2026-06-04', currency, locale), at).offer).toEqual(offer);
        },
      ),
    );
  });
});
