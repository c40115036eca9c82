import { describe, expect, test } from '@jest/globals';
import { newBusiness } from '../../shared/domain/business.ts';
import { enrol, type Membership, statusOn } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { checkPlanTerms, includedVisits } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';

const facial = 'svc_00000000000000000000000001';
const plan: PlanVersion = {
  planId: 'pln_00000000000000000000000001',
  version: 1,
  name: 'Glow',
  tier: 'Gold',
  price: { amount: 9900, currency: 'USD' },
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facial', serviceIds: [facial], units: 2 }],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
  offered: true,
};
const fixedTerm: PlanVersion = { ...plan, renewal: { kind: 'fixed_term', periods: 3 } };
const { policies } = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'hello@example.com' },
});

const enrolled = (startsOn: string, today: string, on: PlanVersion = plan, existing: Membership[] = []): Membership =>
  enrol({
    membershipId: 'msh_00000000000000000000000001',
    memberId: 'mbr_00000000000000000000000001',
    plan: on,
    startsOn,
    today,
    at: 0,
    existing,
  });

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('enrolling', () => {
  test('a member who came from an older system keeps the bill day and gets the period that contains today', () => {
    const { period, status } = enrolled('2026-01-31', '2026-03-15');
    expect({ period, status }).toEqual({
      period: { index: 1, start: '2026-02-28', end: '2026-03-31' },
      status: 'active',
    });
  });

  test('a membership that starts later is scheduled until its day', () => {
    const membership = enrolled('2026-04-01', '2026-03-15');
    expect(membership.status).toBe('scheduled');
    expect(statusOn(membership, '2026-03-31')).toBe('scheduled');
    expect(statusOn(membership, '2026-04-01')).toBe('active');
  });

  test('a fixed term that is over opens its last period, not one that never was', () => {
    const membership = enrolled('2026-01-31', '2026-09-01', fixedTerm);
    expect(membership.lastDay).toBe('2026-04-29');
    expect(membership.period).toEqual({ index: 2, start: '2026-03-31', end: '2026-04-30' });
    expect(statusOn(membership, '2026-04-29')).toBe('active');
    expect(statusOn(membership, '2026-04-30')).toBe('expired');
  });

  test('nobody is enrolled twice in one plan, but may come back after it ended', () => {
    const first = enrolled('2026-01-10', '2026-01-10', fixedTerm);
    expect(codeOf(() => enrolled('2026-02-01', '2026-02-01', fixedTerm, [first]))).toBe('already_enrolled');
    expect(codeOf(() => enrolled('2026-06-01', '2026-06-01', fixedTerm, [first]))).toBe('done');
  });

  test.each([
    ['2023-01-01', 'start_out_of_range'],
    ['2027-12-31', 'start_out_of_range'],
  ])('a start on %s is refused', (startsOn, code) => {
    expect(codeOf(() => enrolled(startsOn, '2026-03-15'))).toBe(code);
  });

  test('a plan that is no longer offered takes nobody', () => {
    expect(codeOf(() => enrolled('2026-03-15', '2026-03-15', { ...plan, offered: false }))).toBe('plan_not_offered');
  });
});

describe('what people are told about a membership (000-002, 000-011, 001-016, 001-017)', () => {
  const active = enrolled('2026-03-01', '2026-03-01');
  const standing = (change: Partial<Membership>, today: string) =>
    standingOf({ ...active, ...change }, today, policies);

  test.each<[string, Partial<Membership>, string, object]>([
    [
      'in the middle of the month',
      {},
      '2026-03-10',
      { status: 'active', usability: 'usable', nextBill: { kind: 'on', date: '2026-04-01' } },
    ],
    [
      'a week before the bill',
      {},
      '2026-03-25',
      { status: 'renewal_pending', usability: 'usable', nextBill: { kind: 'on', date: '2026-04-01' } },
    ],
    [
      'on the bill date, before anybody paid',
      {},
      '2026-04-01',
      { status: 'past_due', usability: 'usable', nextBill: { kind: 'due_since', date: '2026-04-01' } },
    ],
    [
      'on the last day of grace, a week after the bill date (rule G2)',
      {},
      '2026-04-08',
      { status: 'past_due', usability: 'usable', nextBill: { kind: 'due_since', date: '2026-04-01' } },
    ],
    [
      'the day after that, still unpaid',
      {},
      '2026-04-09',
      { status: 'unpaid', usability: 'on_hold', nextBill: { kind: 'due_since', date: '2026-04-01' } },
    ],
    [
      'while paused',
      {
        pause: {
          from: '2026-03-05',
          until: '2026-05-01',
          dates: 'shift',
          benefits: 'frozen',
          by: 'staff',
          agreedAt: 0,
        },
      },
      '2026-03-10',
      { status: 'paused', usability: 'on_hold', nextBill: { kind: 'paused_until', date: '2026-05-01' } },
    ],
    [
      'paused without an end',
      { status: 'paused' },
      '2026-03-10',
      { status: 'paused', usability: 'on_hold', nextBill: { kind: 'paused' } },
    ],
    [
      'after a failed payment',
      { status: 'past_due' },
      '2026-04-03',
      { status: 'past_due', usability: 'usable', nextBill: { kind: 'due_since', date: '2026-04-01' } },
    ],
    [
      'after all tries failed',
      { status: 'unpaid' },
      '2026-04-20',
      { status: 'unpaid', usability: 'on_hold', nextBill: { kind: 'due_since', date: '2026-04-01' } },
    ],
    [
      'when it ends with the period',
      { cancelOn: '2026-04-01' },
      '2026-03-10',
      { status: 'cancelling', usability: 'usable', nextBill: { kind: 'ends_on', lastDay: '2026-03-31' } },
    ],
    [
      'after it was cancelled',
      { cancelOn: '2026-04-01' },
      '2026-04-01',
      { status: 'cancelled', usability: 'over', nextBill: { kind: 'ended_on', lastDay: '2026-03-31' } },
    ],
    [
      'in the last period of a term',
      { lastDay: '2026-03-31' },
      '2026-03-28',
      { status: 'active', usability: 'usable', nextBill: { kind: 'ends_on', lastDay: '2026-03-31' } },
    ],
    [
      'after the term',
      { lastDay: '2026-03-31' },
      '2026-04-01',
      { status: 'expired', usability: 'over', nextBill: { kind: 'ended_on', lastDay: '2026-03-31' } },
    ],
    [
      'before the first payment',
      { status: 'incomplete' },
      '2026-03-01',
      { status: 'incomplete', usability: 'not_yet', nextBill: { kind: 'awaiting_first_payment' } },
    ],
    [
      'before it starts',
      {
        status: 'scheduled',
        anchor: { ...active.anchor, date: '2026-06-01' },
        period: { index: 0, start: '2026-06-01', end: '2026-07-01' },
      },
      '2026-03-10',
      { status: 'scheduled', usability: 'not_yet', nextBill: { kind: 'on', date: '2026-06-01' } },
    ],
  ])('%s', (_, change, today, told) => {
    expect(standing(change, today)).toEqual(told);
  });
});

describe('the free days of a trial', () => {
  const trial = { ...plan, trialDays: 14 };

  test.each(['card', 'at_the_desk'] as const)(
    'are called a trial to their last day and not a renewal, paid %s',
    (payment) => {
      const membership = { ...enrolled('2026-03-01', '2026-03-01', trial), payment };
      for (const day of ['2026-03-01', '2026-03-10', '2026-03-14']) {
        expect(standingOf(membership, day, policies)).toEqual({
          status: 'trial',
          usability: 'usable',
          nextBill: { kind: 'on', date: '2026-03-15' },
        });
      }
      expect(standingOf(membership, '2026-03-15', policies).status).not.toBe('trial');
    },
  );

  test('are called what they become when somebody cancels, and do not begin before their first day', () => {
    const membership = enrolled('2026-03-01', '2026-02-20', trial);
    expect(standingOf(membership, '2026-02-20', policies).status).toBe('scheduled');
    expect(standingOf({ ...membership, cancelOn: '2026-03-15' }, '2026-03-02', policies).status).toBe('cancelling');
  });

  test('are none where a card only waits for its first payment', () => {
    const waiting = { ...plan };
    const membership = enrol({
      ...{ membershipId: 'msh_00000000000000000000000001', memberId: 'mbr_00000000000000000000000001' },
      ...{ plan: waiting, startsOn: '2026-03-05', today: '2026-03-01', at: 0, existing: [], payment: 'card' as const },
    });
    for (const day of ['2026-03-01', '2026-03-05'])
      expect(standingOf(membership, day, policies).status).not.toBe('trial');
    // Cancelled before it begins: its first bill is none any more (000-011).
    expect(standingOf(membership, '2026-03-02', policies).nextBill).toEqual({ kind: 'on', date: '2026-03-05' });
    expect(standingOf({ ...membership, cancelOn: '2026-03-05' }, '2026-03-02', policies).nextBill).toMatchObject({
      kind: 'ends_on',
    });
  });
});

describe('publishing a plan (001-025)', () => {
  const known = new Set([facial]);

  test('the visit allowance must be what the benefits add up to', () => {
    expect(codeOf(() => checkPlanTerms({ ...plan, visitAllowance: 3 }, known, 'USD'))).toBe('visit_allowance_mismatch');
    expect(codeOf(() => checkPlanTerms(plan, known, 'USD'))).toBe('done');
    expect(includedVisits([{ kind: 'unlimited', key: 'sauna', serviceIds: [facial] }])).toBe('unlimited');
  });

  test('a service that is not in the catalogue and a foreign currency are refused', () => {
    expect(codeOf(() => checkPlanTerms(plan, new Set(), 'USD'))).toBe('service_unknown');
    expect(codeOf(() => checkPlanTerms(plan, known, 'EUR'))).toBe('currency_mismatch');
  });

  test('two benefits may not share a key: their credits would be one', () => {
    const benefits = [...plan.benefits, ...plan.benefits];
    expect(codeOf(() => checkPlanTerms({ ...plan, benefits, visitAllowance: 4 }, known, 'USD'))).toBe(
      'plan_incomplete',
    );
  });
});
