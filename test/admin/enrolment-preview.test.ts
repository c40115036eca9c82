import { describe, expect, test } from '@jest/globals';
import { previewEnrolment, startRange } from '../../frontend/admin/enrolment/preview.ts';
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
const policies = { graceDays: 7, expiresSoonDays: 14, renewalNoticeDays: 7 };
const today = '2026-01-31';
const preview = (startsOn: string, of = plan) => previewEnrolment(of, startsOn, today, policies);

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
