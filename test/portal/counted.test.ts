import { describe, expect, test } from '@jest/globals';
import { countedOf, startingLater, usableBefore, usedUp } from '../../frontend/portal/state/counted.ts';
import type { BucketView, CreditGroup, MembershipView } from '../../shared/contract/views.ts';
import { lastUse } from '../../shared/domain/last-use.ts';
import type { MoveCause } from '../../shared/domain/move-cause.ts';
import { ruled } from '../support/ruled-plan.ts';

const today = '2026-11-20';
const membership = (changes: Partial<MembershipView> = {}): MembershipView => ({
  membershipId: 'm',
  plan: ruled({
    planId: 'p',
    version: 1,
    name: 'Glow',
    tier: 'Gold',
    price: { amount: 8900, currency: 'EUR' },
    interval: { unit: 'month', count: 1 },
    benefits: [
      { kind: 'visits', key: 'v', serviceIds: ['cut', 'facial'], units: 2 },
      { kind: 'allowance', key: 'a', serviceIds: ['cut', 'facial'], value: { amount: 5000, currency: 'EUR' } },
      { kind: 'discount', key: 'd', serviceIds: [], percent: 10 },
    ],
    visitAllowance: 2,
    renewal: { kind: 'until_cancelled' },
  }),
  status: 'active',
  usability: 'usable',
  nextBill: { kind: 'on', date: '2026-11-30' },
  since: '2026-01-30',
  period: { start: '2026-10-30', end: '2026-11-30' },
  payment: 'at_the_desk',
  enrolledVia: 'staff',
  paymentInProgress: false,
  ...changes,
});
const bucket = (changes: Partial<BucketView> = {}): BucketView => ({
  bucketId: 'b',
  available: 1,
  granted: 2,
  grantedOn: '2026-10-30',
  expiresOn: '2026-11-29',
  expiresSoon: true,
  source: { kind: 'membership', membershipId: 'm', planId: 'p', periodIndex: 9 },
  ...changes,
});
const visits = (...buckets: BucketView[]): CreditGroup => ({
  kind: 'visits',
  serviceIds: ['facial', 'cut'],
  available: buckets.reduce((sum, { available }) => sum + available, 0),
  buckets,
});

// 000-010, 001-010
describe('what is used up', () => {
  const keys = (credits: CreditGroup[], changes: Partial<MembershipView> = {}) =>
    usedUp([membership(changes)], credits, today).map(({ benefit, nextOn }) => [benefit.key, nextOn]);

  test('is every counted benefit of which nothing is left, with the day of the next', () => {
    expect(keys([])).toEqual([
      ['v', '2026-11-30'],
      ['a', '2026-11-30'],
    ]);
    expect(keys([visits(bucket())])).toEqual([['a', '2026-11-30']]);
  });

  test('promises nothing when no further period comes', () => {
    expect(keys([visits(bucket())], { nextBill: { kind: 'ends_on', lastDay: '2026-11-29' } })).toEqual([
      ['a', undefined],
    ]);
  });

  test('is not said of benefits that rest, or whose period is over: they may have expired unused', () => {
    expect(keys([], { status: 'paused', usability: 'on_hold' })).toEqual([]);
    expect(keys([], { status: 'past_due', period: { start: '2026-10-01', end: '2026-11-01' } })).toEqual([]);
  });
});

// 001-084
describe('“before the shown date”', () => {
  const [benefit] = countedOf(membership());
  const shownDay = (...buckets: BucketView[]) => benefit && usableBefore(benefit, membership(), [visits(...buckets)]);

  test('shows the day after the last one, of what is left and not of what the plan gives', () => {
    expect(shownDay(bucket())).toMatchObject({ before: '2026-11-30' });
    expect(shownDay(bucket({ available: 1, granted: 2 }))).toEqual({ units: 1, before: '2026-11-30' });
  });

  test('is not said where another date holds, or several, or nothing is left', () => {
    expect(shownDay(bucket({ expiresOn: '2026-12-06' }))).toBeUndefined();
    expect(shownDay(bucket(), bucket({ source: { kind: 'staff' } }))).toBeUndefined();
    expect(shownDay(bucket({ available: 0 }))).toBeUndefined();
  });
});

test('a membership that starts later is one that has not begun', () => {
  const later = membership({ status: 'scheduled', usability: 'not_yet', since: '2026-12-01' });
  expect(startingLater([later, membership()], today)).toEqual([later]);
});

// 001-087
describe('the last appointment', () => {
  const line = (sequence: number, cause: MoveCause, serviceId: string) => ({ sequence, cause, serviceId });

  test('is the newest use', () => {
    expect(lastUse([line(3, 'used', 'cut'), line(2, 'given_back', 'cut'), line(1, 'used', 'cut')])).toBe(3);
    expect(lastUse([line(2, 'given_back', 'facial'), line(1, 'used', 'cut')])).toBe(1);
    // An appointment to which nobody came was none.
    expect(lastUse([line(2, 'no_show', 'cut'), line(1, 'used', 'cut')])).toBe(1);
    expect(lastUse([])).toBeUndefined();
  });

  test('is not claimed of a visit that was given back', () => {
    expect(lastUse([line(2, 'given_back', 'cut'), line(1, 'used', 'cut')])).toBeUndefined();
  });
});
