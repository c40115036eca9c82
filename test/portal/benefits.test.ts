import { describe, expect, test } from '@jest/globals';
import {
  alwaysIncluded,
  areResting,
  expiringSoon,
  includedVisitsLeft,
  largerPlans,
  shownMemberships,
} from '../../frontend/portal/state/benefits.ts';
import type { BucketView, CreditGroup, MembershipView, PlanView } from '../../shared/contract/views.ts';
import { ruled } from '../support/ruled-plan.ts';

const bucket = (available: number, expiresOn?: string, expiresSoon = false): BucketView => ({
  bucketId: 'b',
  available,
  granted: available,
  grantedOn: '2026-11-01',
  ...(expiresOn === undefined ? {} : { expiresOn }),
  expiresSoon,
  source: { kind: 'membership', membershipId: 'm 2026-12-01', planId: 'p', periodIndex: 0 },
});
const gift = (available: number): BucketView => ({ ...bucket(available), source: { kind: 'staff' } });
const group = (serviceId: string, ...buckets: BucketView[]): CreditGroup => ({
  kind: 'visits',
  serviceIds: [serviceId],
  available: buckets.reduce((sum, { available }) => sum + available, 0),
  buckets,
});
const plan = (planId: string, amount: number, unit: 'month' | 'year' = 'month'): PlanView =>
  ruled({
    planId,
    version: 1,
    name: 'Glow',
    tier: 'Gold',
    price: { amount, currency: 'EUR' },
    interval: { unit, count: 1 },
    benefits: [
      { kind: 'visits', key: 'v', serviceIds: ['cut'], units: 1 },
      { kind: 'discount', key: 'd', serviceIds: [], percent: 10 },
    ],
    visitAllowance: 1,
    renewal: { kind: 'until_cancelled' },
  });
const membership = (usability: MembershipView['usability'], end = '2026-12-01'): MembershipView => ({
  membershipId: `m ${end}`,
  plan: plan('p', 8900),
  status: 'active',
  usability,
  nextBill: { kind: 'on', date: end },
  since: '2025-01-01',
  period: { start: '2026-11-01', end },
  payment: 'at_the_desk',
  enrolledVia: 'staff',
  paymentInProgress: false,
});

describe('what can be used', () => {
  // 000-056
  test('what expires soon is said once for each last day, the nearest first', () => {
    const credits = [
      group('facial', bucket(2, '2026-12-05', true), bucket(1, '2027-02-01')),
      group('cut', bucket(1, '2026-11-30', true), bucket(0, '2026-11-30', true)),
      group('sauna', bucket(3, '2026-12-05', true), bucket(1)),
    ];
    expect(expiringSoon(credits).map(({ day, parts }) => [day, ...parts.map(({ units }) => units)])).toEqual([
      ['2026-11-30', 1],
      ['2026-12-05', 2, 3],
    ]);
  });

  const own = [membership('usable')];
  test('visits are only added up where there are several services', () => {
    expect(includedVisitsLeft([group('cut', bucket(2))], own)).toBeUndefined();
    expect(includedVisitsLeft([group('cut', bucket(2)), group('facial', bucket(1))], own)).toBe(3);
  });

  test('what the salon added is not counted among what the plan includes', () => {
    const credits = [group('cut', bucket(2), gift(1)), group('facial', bucket(1)), group('sauna', gift(4))];
    expect(includedVisitsLeft(credits, own)).toBe(3);
    expect(includedVisitsLeft([group('cut', bucket(2)), group('facial', gift(1))], own)).toBeUndefined();
  });

  test('visits that outlive their membership are not called included: nothing includes them any more', () => {
    const credits = [group('cut', bucket(2)), group('facial', bucket(1))];
    expect(includedVisitsLeft(credits, [membership('over')])).toBeUndefined();
  });

  test('a discount is listed while the membership can be used, and not during a pause', () => {
    expect(alwaysIncluded([membership('usable')]).map(({ key }) => key)).toEqual(['d']);
    expect(alwaysIncluded([membership('on_hold')])).toEqual([]);
  });

  // 001-070: nobody is urged to use what cannot be used
  test('benefits rest when no membership can be used, and credits without a membership do not', () => {
    expect(areResting([membership('on_hold')])).toBe(true);
    expect(areResting([membership('on_hold'), membership('usable')])).toBe(false);
    expect(areResting([])).toBe(false);
    // What rests in a pause is not among what is shown, so what is can be used.
    const pause = { from: '2026-11-01', dates: 'shift', benefits: 'frozen', by: 'staff' } as const;
    expect(areResting([{ ...membership('on_hold'), pause }])).toBe(false);
  });
});

describe('which memberships are shown', () => {
  test('an ended one gives way to a current one', () => {
    const [over, current] = [membership('over', '2025-06-01'), membership('on_hold')];
    expect(shownMemberships([over, current])).toEqual([current]);
  });

  test('when all have ended, the latest is shown', () => {
    const [older, latest] = [membership('over', '2025-06-01'), membership('over', '2026-06-01')];
    expect(shownMemberships([older, latest])).toEqual([latest]);
    expect(shownMemberships([])).toEqual([]);
  });
});

// 001-088
test('a larger plan costs more for the same time', () => {
  const offered = [plan('own', 8900), plan('small', 5000), plan('large', 12900), plan('yearly', 90000, 'year')];
  expect(largerPlans(plan('own', 8900), offered).map(({ planId }) => planId)).toEqual(['large']);
});
