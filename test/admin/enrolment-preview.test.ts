import { describe, expect, test } from '@jest/globals';
import { speechOf } from '../../frontend/admin/app/speech.ts';
import { billLines } from '../../frontend/admin/enrolment/bill-words.ts';
import { type EnrolmentChoice, previewEnrolment, startRange } from '../../frontend/admin/enrolment/preview.ts';
import { defaultDunning } from '../../shared/domain/dunning.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';

const plan: PlanVersion = {
  planId: 'plan',
  version: 1,
  offered: true,
  name: 'Signature',
  tier: 'Gold',
  price: { amount: 12900, currency: 'EUR' },
  interval: { unit: 'month', count: 1 },
  benefits: [
    { key: 'a', kind: 'visits', serviceIds: ['haircut'], units: 2 },
    { key: 'b', kind: 'discount', serviceIds: [], percent: 10 },
  ],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
};
const policies = { ...defaultDunning, expiresSoonDays: 14, renewalNoticeDays: 7 };
const today = '2026-01-31';
const preview = (startsOn: string, of = plan, choice: Partial<EnrolmentChoice> = {}) =>
  previewEnrolment(
    { plan: of, startsOn, payment: 'at_the_desk', firstBy: 'cash', tax: undefined, ...choice },
    today,
    policies,
  );

describe('what enrolling would do', () => {
  test('starting today on the 31st, the next bill is on the last day of February', () => {
    expect(preview(today)).toMatchObject({
      standing: { status: 'active', nextBill: { kind: 'on', date: '2026-02-28' } },
      useBy: '2026-02-27',
    });
  });

  test('only benefits that are counted are given as credits', () => {
    expect(preview(today)?.credits.map(({ key }) => key)).toEqual(['a']);
  });

  test('somebody brought over from an older system keeps the bill day', () => {
    expect(preview('2025-10-15')).toMatchObject({ standing: { nextBill: { kind: 'on', date: '2026-02-15' } } });
  });

  test('a later start is a scheduled membership', () => {
    expect(preview('2026-02-10')).toMatchObject({
      standing: { status: 'scheduled', usability: 'not_yet', nextBill: { kind: 'on', date: '2026-02-10' } },
    });
  });

  test('outside the allowed days, or with a plan that is no longer on offer, there is nothing to confirm', () => {
    const { earliest, latest } = startRange(today);
    expect(preview(earliest)).toBeDefined();
    expect(preview('2020-01-01')).toBeUndefined();
    expect(preview(latest)).toBeDefined();
    expect(preview('2028-01-01')).toBeUndefined();
    expect(preview(today, { ...plan, offered: false })).toBeUndefined();
  });
});

describe('what is to be paid', () => {
  const fee = { amount: 4900, currency: 'EUR' } as const;
  const intro = { price: { amount: 5900, currency: 'EUR' as const }, periods: 3 };
  const vat = { name: 'VAT', basisPoints: 1900, mode: 'inclusive' } as const;
  const salesTax = { name: 'Sales tax', basisPoints: 800, mode: 'exclusive' } as const;

  test('starting today, the first period with its fee is paid now; renewals cost the price', () => {
    const bill = preview(today, { ...plan, enrolmentFee: fee, intro })?.bill;
    expect(bill).toMatchObject({ now: true, on: today, total: 10800 });
    expect(preview(today, { ...plan, intro })?.later).toBe(12900);
  });

  test('who is brought over has paid already: neither fee nor anything now, the next period on its day', () => {
    const bill = preview('2025-10-15', { ...plan, enrolmentFee: fee, intro })?.bill;
    expect(bill).toMatchObject({ now: false, on: '2026-02-15', total: 12900 });
  });

  test.each(['card', 'at_the_desk'] as const)('a later start is paid on its day (%s)', (payment) => {
    expect(preview('2026-02-10', plan, { payment })?.bill).toMatchObject({ now: false, on: '2026-02-10' });
  });

  test('after free days, the first bill comes on the day after them', () => {
    const trial = preview(today, { ...plan, trialDays: 14, enrolmentFee: fee });
    expect(trial).toMatchObject({ freeUntil: '2026-02-13', useBy: '2026-02-13' });
    expect(trial?.bill).toMatchObject({ now: false, on: '2026-02-14', total: 17800 });
  });

  test('by the card on file, the credits come with the first payment, not before it', () => {
    const choice = { payment: 'card', firstBy: 'card' } as const;
    expect(preview(today, plan, choice)).toMatchObject({ useBy: undefined, bill: { now: true, total: 12900 } });
    expect(preview('2026-02-10', plan, { payment: 'card' })?.useBy).toBeUndefined();
    expect(preview(today, plan, { payment: 'card' })?.useBy).toBe('2026-02-27');
  });

  test('a commitment ends with the last of its periods', () => {
    expect(preview(today, { ...plan, commitmentPeriods: 6 })?.committedUntil).toBe('2026-07-30');
  });

  test('a term whose last period is running has no other bill', () => {
    expect(preview('2026-01-15', { ...plan, renewal: { kind: 'fixed_term', periods: 1 } })?.bill).toBeUndefined();
  });

  test('the lines say what is sold as it was offered, then the tax that is in it or comes on top', () => {
    const speech = speechOf('en-IE');
    const lines = (tax: EnrolmentChoice['tax']) => {
      const bill = preview(today, { ...plan, enrolmentFee: fee }, { tax })?.bill;
      return bill && [bill.total, ...billLines(bill, tax, 'EUR', speech)];
    };
    expect(lines(undefined)).toEqual([17800, '€129.00 Signature', '€49.00 joining fee']);
    expect(lines(vat)).toEqual([17800, '€129.00 Signature', '€49.00 joining fee', 'includes €28.42 VAT']);
    expect(lines(salesTax)).toEqual([19224, '€129.00 Signature', '€49.00 joining fee', '€14.24 Sales tax added']);
  });
});
