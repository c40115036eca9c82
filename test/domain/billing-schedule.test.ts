import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextBillingAction, nextPeriod } from '../../shared/domain/billing-schedule.ts';
import { newBusiness } from '../../shared/domain/business.ts';
import { addDays, localDateOf, periodAt, startOfDay } from '../../shared/domain/calendar.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { goldPlan } from '../support/billing-world.ts';
import { dayBetween } from '../support/zones.ts';

const business = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'hello@example.com' },
});
const today = '2026-01-31';
const membership: Membership = enrol({
  membershipId: 'msh_01JAB000000000000000000001',
  memberId: 'mbr_01JAB000000000000000000001',
  plan: goldPlan,
  startsOn: today,
  today,
  at: Date.parse('2026-01-31T15:00:00Z'),
  existing: [],
  payment: 'card',
});
const next = (given: Partial<Membership>, on = today) =>
  nextBillingAction({ ...membership, ...given }, { plan: goldPlan, business }, on);
const dayOf = (at: number | undefined) => at !== undefined && localDateOf(at, business.timeZone);

describe('the next period', () => {
  test('is counted from the anchor, whenever one asks: a short February does not stay (rule T2)', () => {
    const { anchor } = membership;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), dayBetween(2026, 2045), (index, day) => {
        const period = periodAt(anchor, index);
        const following = nextPeriod({ anchor, period }, day);
        expect(following).toEqual(periodAt(anchor, following.index));
        if (day < period.end) expect(following.index).toBe(index + 1);
        else expect(following.start <= day && day < following.end).toBe(true);
      }),
    );
    expect(nextPeriod(membership, '2026-02-10')).toEqual({ index: 1, start: '2026-02-28', end: '2026-03-31' });
  });
});

describe('what happens next to a membership’s money', () => {
  test('is its bill, on the bill date', () => {
    const action = next({});
    expect(action?.kind).toBe('charge');
    expect(dayOf(action?.at)).toBe('2026-02-28');
  });

  test.each<[string, Partial<Membership>]>([
    ['ends with its period', { lastDay: '2026-02-27' }],
    ['is paused', { status: 'paused' }],
    ['is paid at the desk', { payment: 'at_the_desk' }],
  ])('is nothing when it %s', (_, given) => {
    expect(next(given)).toBeUndefined();
  });

  // Rules K1, K2: also paid at the desk, or in a pause.
  test.each<[string, Partial<Membership>]>([
    ['for the bill date', { cancelOn: '2026-02-28' }],
    ['for a day before', { cancelOn: '2026-02-10' }],
    ['paid at the desk', { cancelOn: '2026-02-10', payment: 'at_the_desk' }],
    ['in a pause', { cancelOn: '2026-02-10', status: 'paused' }],
  ])('is its end at the start of the day when it is cancelled, %s', (_, given) => {
    const action = next(given);
    expect(action?.kind).toBe('over');
    expect(action?.at).toBe(startOfDay(given.cancelOn ?? '', business.timeZone));
    expect(next({ ...given, status: 'cancelled' })).toBeUndefined();
  });

  test('is the bill when it ends later than that', () => {
    expect(next({ cancelOn: '2026-03-01' })?.kind).toBe('charge');
    expect(next({ lastDay: '2026-02-28' })?.kind).toBe('charge');
  });

  test('of an open bill is never later than its end (goals I5)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (ends, passed) => {
        const since = '2026-02-28';
        const cancelOn = addDays(since, ends + 1);
        const due = {
          invoiceId: `${membership.membershipId}.1`,
          period: periodAt(membership.anchor, 1),
          since,
          amount: 9900,
          step: 0,
          attempts: 1,
          declineClass: 'soft' as const,
        };
        const action = next({ status: 'past_due', due, cancelOn }, addDays(since, passed));
        const day = dayOf(action?.at);
        expect(day !== false && day <= cancelOn).toBe(true);
        if (day === cancelOn) expect(action?.kind).toBe('end');
      }),
    );
  });
});
