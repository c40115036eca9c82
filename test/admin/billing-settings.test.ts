import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRetryDays, readSeller, readWindow } from '../../frontend/admin/settings/billing-draft.ts';
import { draftOf, readSettings, type SettingsDraft } from '../../frontend/admin/settings/settings-draft.ts';
import { readBasisPoints, readTax, taxDraftOf } from '../../frontend/admin/settings/tax-draft.ts';
import { wordings } from '../../frontend/admin/wording/wording.ts';
import { type Business, newBusiness } from '../../shared/domain/business.ts';

const business: Business = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de-DE',
  contact: { email: 'hello@example.com' },
});
const read = (change: Partial<SettingsDraft>) => readSettings({ ...draftOf(business), ...change }, 'EUR', wordings.en);

describe('the days on which a card is tried', () => {
  test.each([
    ['0, 3, 5, 7, 10, 14', [0, 3, 5, 7, 10, 14]],
    ['0 3 5', [0, 3, 5]],
    ['0;2', [0, 2]],
    ['0', [0]],
  ])('“%s” is read', (typed, days) => {
    expect(readRetryDays(typed, 30)).toEqual(days);
  });

  test.each(['', '3, 5', '0, 5, 3', '0, 3, 3', '0, x', '0, 29', '0,1,2,3,4,5,6,7,8', '-1, 0', '0, 1.5'])(
    '“%s” is refused before it is sent',
    (typed) => {
      expect(readRetryDays(typed, 30)).toBeUndefined();
    },
  );

  test('all of them come before an unpaid membership ends', () => {
    expect(readRetryDays('0, 10', 11)).toEqual([0, 10]);
    expect(readRetryDays('0, 10', 10)).toBeUndefined();
    expect(Object.keys(read({ retryDays: '0, 14', cancelAfterDays: '14' }).problems)).toEqual(['retryDays']);
  });
});

describe('the morning window of renewals', () => {
  test.each([
    ['05:00', '07:30', true],
    ['05:00', '17:00', true],
    ['05:00', '17:01', false],
    ['07:30', '05:00', false],
    ['05:00', '05:00', false],
    ['', '07:30', false],
  ])('%s to %s', (windowFrom, windowTo, ok) => {
    expect(readWindow({ windowFrom, windowTo }) !== undefined).toBe(ok);
  });
});

describe('tax', () => {
  test.each([
    ['19', 1900],
    ['19 %', 1900],
    ['8,1', 810],
    ['8.25%', 825],
    ['0.01', 1],
    ['50', 5000],
  ])('“%s” percent is %i hundredths', (typed, basisPoints) => {
    expect(readBasisPoints(typed)).toBe(basisPoints);
  });

  test.each(['', '0', '50.01', '8.875', '-1', 'much', '1,234'])('“%s” is no rate', (typed) => {
    expect(readBasisPoints(typed)).toBeUndefined();
  });

  test.each(['de-DE', 'en-US'])('what is shown for editing in %s reads back as the same rule', (locale) => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.constant('VAT'),
          basisPoints: fc.integer({ min: 1, max: 5000 }),
          mode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
        }),
        (rule) => expect(readTax(taxDraftOf(rule, locale), wordings.en).rule).toEqual(rule),
      ),
    );
  });

  test('each wrong field is named; without tax there is nothing to be wrong, and a rule is taken away', () => {
    expect(Object.keys(read({ taxMode: 'exclusive' }).problems).sort()).toEqual(['taxName', 'taxRate']);
    expect(read({ taxMode: 'none', taxRate: 'x' }).change?.tax).toBeNull();
    expect(read({ taxMode: 'exclusive', taxName: 'VAT', taxRate: '19' }).change?.tax).toEqual({
      name: 'VAT',
      basisPoints: 1900,
      mode: 'exclusive',
    });
  });
});

describe('who stands on invoices', () => {
  const empty = { name: ' Aurora ', sellerName: '', sellerAddress: '', sellerTaxId: '' };

  test('nothing filled in takes it away; the name defaults to the business’s', () => {
    expect(readSeller(empty)).toBeNull();
    expect(readSeller({ ...empty, sellerTaxId: 'DE1' })).toEqual({ name: 'Aurora', taxId: 'DE1' });
    expect(readSeller({ ...empty, sellerName: 'Aurora GmbH' })).toEqual({ name: 'Aurora GmbH' });
  });
});

test('the settings that a business begins with are saved as they are', () => {
  const { change, problems } = read({});
  expect(problems).toEqual({});
  expect(change).toMatchObject({ policies: business.policies, renewalWindow: business.renewalWindow });
});
