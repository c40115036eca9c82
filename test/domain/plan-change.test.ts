import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  billDate,
  daysBetween,
  localDateOf,
  periodAt,
  periodContaining,
} from '../../shared/domain/calendar.ts';
import { emptyAccount } from '../../shared/domain/credit-account.ts';
import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { emptyMoneyAccount } from '../../shared/domain/money-account.ts';
import { afterPause } from '../../shared/domain/pause.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { waysToChange } from '../../shared/domain/plan-change.ts';
import {
  atNextBill,
  changedNow,
  scheduled,
  takesEffectOn,
  withoutPending,
} from '../../shared/domain/plan-change-effect.ts';
import { type ChangeAsk, changeTerms } from '../../shared/domain/plan-change-terms.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { hardZones } from '../support/zones.ts';

const memberId = 'mbr_00000000000000000000000001';
const membershipId = 'msh_00000000000000000000000001';
const facial = 'svc_00000000000000000000000001';
const massage = 'svc_00000000000000000000000002';

const gold: PlanVersion = {
  planId: 'pln_00000000000000000000000001',
  version: 1,
  name: 'Gold',
  tier: 'Gold',
  price: { amount: 9900, currency: 'USD' },
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facial', serviceIds: [facial], units: 2 }],
  visitAllowance: 2,
  renewal: { kind: 'until_cancelled' },
  offered: true,
};
const platinum: PlanVersion = {
  ...gold,
  planId: 'pln_00000000000000000000000002',
  name: 'Platinum',
  price: { amount: 14_900, currency: 'USD' },
  benefits: [
    { kind: 'visits', key: 'facial', serviceIds: [facial], units: 3 },
    { kind: 'visits', key: 'massage', serviceIds: [massage], units: 1 },
  ],
  visitAllowance: 4,
};
const yearly: PlanVersion = {
  ...gold,
  planId: 'pln_00000000000000000000000003',
  name: 'Gold for a year',
  interval: { unit: 'year', count: 1 },
  price: { amount: 99_000, currency: 'USD' },
};

const since = (startsOn: string, plan = gold, more: Partial<Membership> = {}): Membership => ({
  ...enrol({ membershipId, memberId, plan, startsOn, today: startsOn, at: 0, existing: [], payment: 'card' }),
  ...more,
});

const occasion = { actor: { kind: 'operator' as const }, causeId: 'x', today: '2026-01-31', at: 0 };

function ask(more: Partial<ChangeAsk> & Pick<ChangeAsk, 'today'>): ChangeAsk {
  const { plan = gold, membership = since('2026-01-31', plan) } = more;
  const account = grantPeriod(emptyAccount(memberId), membership, plan, occasion).account;
  const money = emptyMoneyAccount(memberId, 'USD');
  const profile = { usesAccountCredit: true };
  return {
    membership,
    plan,
    to: platinum,
    when: 'now',
    held: [membership],
    tax: undefined,
    account,
    money,
    profile,
    ...more,
  };
}

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('what a dearer plan costs for the rest of a period (rule PC4)', () => {
  test('on 10 February, 18 of 28 days are left: 95.79 less 63.64 is 32.15', () => {
    const terms = changeTerms(ask({ today: '2026-02-10' }));
    expect(terms.proration).toEqual({ days: 28, left: 18, price: 9579, credit: 6364 });
    expect(terms).toMatchObject({ total: 3215, amount: 3215, creditApplied: 0, toAccountCredit: 0 });
    expect(terms.period).toEqual({ index: 0, start: '2026-01-31', end: '2026-02-28' });
  });

  test('on the first day it is the whole difference, on the last one day of it', () => {
    expect(changeTerms(ask({ today: '2026-01-31' })).total).toBe(5000);
    expect(changeTerms(ask({ today: '2026-02-27' })).proration).toMatchObject({ days: 28, left: 1 });
  });

  test('tax stands with the line: added to a price without, contained in a price with it (rule PC8)', () => {
    const rule = { name: 'Sales tax', basisPoints: 850 };
    const added = changeTerms(ask({ today: '2026-02-10', tax: { ...rule, mode: 'exclusive' } }));
    expect(added.lines).toMatchObject([{ net: 3215, tax: 273, gross: 3488 }]);
    const contained = changeTerms(ask({ today: '2026-02-10', tax: { ...rule, mode: 'inclusive' } }));
    expect(contained.lines).toMatchObject([{ gross: 3215 }]);
    expect(contained.total).toBe(3215);
  });

  test('account credit pays first, the card the rest; at the desk it is left alone', () => {
    const money = { ...emptyMoneyAccount(memberId, 'USD'), balance: 1000 };
    expect(changeTerms(ask({ today: '2026-02-10', money }))).toMatchObject({ creditApplied: 1000, amount: 2215 });
    const membership = since('2026-01-31', gold, { payment: 'at_the_desk' });
    expect(changeTerms(ask({ today: '2026-02-10', money, membership }))).toMatchObject({
      creditApplied: 0,
      amount: 3215,
    });
  });

  test('is whole, never negative, never more than the whole difference, and less with every day, wherever and whenever', () => {
    const start = fc.date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom(...hardZones);
    const price = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(start, zone, fc.integer({ min: 0, max: 30 }), price, price, (date, timeZone, index, old, more) => {
        const startsOn = localDateOf(date.getTime(), timeZone);
        const plan = { ...gold, price: { amount: old, currency: 'USD' as const } };
        const to = { ...platinum, price: { amount: old + more, currency: 'USD' as const } };
        const membership = { ...since(startsOn, plan), period: periodAt(since(startsOn).anchor, index) };
        const { period } = membership;
        let before = Number.POSITIVE_INFINITY;
        for (let today = period.start; today < period.end; today = addDays(today, 1)) {
          const { total, proration } = changeTerms(ask({ today, plan, to, membership }));
          expect(Number.isInteger(total)).toBe(true);
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThanOrEqual(more);
          // Each of the two shares is rounded for itself.
          expect(total).toBeLessThanOrEqual(before + 1);
          expect(proration).toMatchObject({ left: daysBetween(today, period.end) });
          before = total;
        }
        expect(changeTerms(ask({ today: period.start, plan, to, membership })).total).toBe(more);
      }),
      { numRuns: 60 },
    );
  });

  test('in steps or at once costs the same to the cent of each rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.nat(20_000), fc.nat(20_000), (day, one, two) => {
        const today = addDays('2026-01-31', day);
        const silver = { ...platinum, price: { amount: 9900 + one, currency: 'USD' as const } };
        const top = {
          ...yearly,
          interval: gold.interval,
          price: { amount: 9900 + one + two, currency: 'USD' as const },
        };
        const direct = changeTerms(ask({ today, to: top })).total;
        const first = changeTerms(ask({ today, to: silver }));
        const between = changedNow(since('2026-01-31'), gold, silver, first);
        const second = changeTerms(ask({ today, plan: silver, membership: between, to: top }));
        expect(first.total + second.total).toBe(direct);
      }),
    );
  });
});

describe('what comes with it at once (rule PC6)', () => {
  test('only what this period did not bring yet', () => {
    expect(changeTerms(ask({ today: '2026-02-10' })).grants).toEqual([
      { kind: 'visits', serviceIds: [facial], units: 1, expiresOn: '2026-02-27' },
      { kind: 'visits', serviceIds: [massage], units: 1, expiresOn: '2026-02-27' },
    ]);
  });

  test('a visit for either service takes what was given for one of them into account, and nothing is given twice', () => {
    const either = {
      ...platinum,
      benefits: [{ kind: 'visits' as const, key: 'any', serviceIds: [massage, facial], units: 3 }],
    };
    expect(changeTerms(ask({ today: '2026-02-10', to: either })).grants).toMatchObject([{ units: 1 }]);
    const fewer = { ...either, benefits: [{ ...either.benefits[0], units: 1 } as never] };
    expect(changeTerms(ask({ today: '2026-02-10', to: fewer })).grants).toEqual([]);
  });
});

describe('when a plan can be changed (rule PC3)', () => {
  const today = '2026-02-10';
  const waysTo = (to: PlanVersion, plan = gold, membership = since('2026-01-31', plan)) =>
    waysToChange({ membership, plan, to, today, held: [membership] }).ways;

  test('a dearer one today or with the next bill, a cheaper one with the next bill, a longer one today or then', () => {
    expect(waysTo(platinum)).toEqual(['now', 'next_period']);
    expect(waysTo(gold, platinum)).toEqual(['next_period']);
    expect(waysTo(yearly)).toEqual(['now', 'next_period']);
    expect(waysTo(gold, yearly)).toEqual(['next_period']);
  });

  test('in a trial with the first bill only: no day of it was paid', () => {
    const trial = { ...gold, trialDays: 20 };
    expect(waysTo(platinum, trial)).toEqual(['next_period']);
  });

  const charge = { state: 'charging' } as unknown as NonNullable<Membership['charge']>;
  const due = { since: '2026-02-01' } as unknown as NonNullable<Membership['due']>;
  test.each<[string, Partial<Membership>, Partial<ChangeAsk>, string]>([
    ['to the same plan', {}, { to: gold }, 'same_plan'],
    ['while a payment is open', { due, status: 'past_due' }, {}, 'payment_open'],
    ['while nobody paid', { due, status: 'unpaid' }, {}, 'payment_open'],
    ['on the bill date before it is paid', {}, { today: '2026-02-28' }, 'payment_open'],
    ['while it is paused', { status: 'paused' }, {}, 'membership_paused'],
    ['while money is being taken', { charge }, {}, 'payment_in_progress'],
    ['after it was cancelled', { cancelOn: '2026-02-28' }, {}, 'membership_ending'],
    ['after its end', { status: 'cancelled', cancelOn: '2026-02-01' }, {}, 'membership_not_running'],
    [
      'before it begins',
      { status: 'scheduled', period: { index: 0, start: '2026-03-01', end: '2026-04-01' } },
      {},
      'membership_not_running',
    ],
    ['to what is not offered', {}, { to: { ...platinum, offered: false } }, 'plan_not_offered'],
    ['down, today', {}, { plan: platinum, to: gold }, 'change_only_next_period'],
    [
      'down, within what was agreed',
      { committedUntil: '2026-12-30' },
      { plan: platinum, to: gold, when: 'next_period' },
      'within_commitment',
    ],
    ['in the last period of a fixed term', { lastDay: '2026-02-27' }, { when: 'next_period' }, 'membership_ending'],
    [
      'to a plan that the client has as well',
      {},
      { held: [since('2026-02-01', platinum, { membershipId: 'msh_00000000000000000000000009' })] },
      'already_enrolled',
    ],
  ])('%s it is refused', (_, change, more, code) => {
    const plan = more.plan ?? gold;
    const membership = since('2026-01-31', plan, change);
    expect(codeOf(() => changeTerms(ask({ today, membership, ...more })))).toBe(code);
  });
});

describe('from months to a year (rule PC7)', () => {
  test('the year begins today, and the unused days of the month are taken off', () => {
    const terms = changeTerms(ask({ today: '2026-02-10', to: yearly }));
    expect(terms.total).toBe(99_000 - 6364);
    expect(terms.anchor).toEqual({ date: '2026-02-10', interval: yearly.interval, index: 1 });
    const after = changedNow(since('2026-01-31'), gold, yearly, terms);
    expect(after.period).toEqual({ index: 1, start: '2026-02-10', end: '2027-02-10' });
    expect(after.beganOn).toBe('2026-01-31');
    expect(billDate(after.anchor, 2)).toBe('2027-02-10');
    expect(periodContaining(after.anchor, '2027-02-10').index).toBe(2);
  });

  test('days that were worth more become account credit, with their tax', () => {
    const cheap = { ...yearly, price: { amount: 1000, currency: 'USD' as const } };
    const tax = { name: 'Sales tax', basisPoints: 1000, mode: 'exclusive' as const };
    expect(changeTerms(ask({ today: '2026-02-10', to: cheap, tax }))).toMatchObject({
      total: 0,
      toAccountCredit: 5900,
    });
  });

  test('never gives away nor takes more than both prices, and no index is used twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.nat(300_000), (day, amount) => {
        const today = addDays('2026-01-31', day);
        const to = { ...yearly, price: { amount, currency: 'USD' as const } };
        const { total, toAccountCredit, proration, period } = changeTerms(ask({ today, to }));
        expect(total - toAccountCredit).toBe(amount - (proration?.credit ?? 0));
        expect(Math.min(total, toAccountCredit)).toBe(0);
        expect(period.index).toBe(1);
      }),
    );
  });
});

describe('a change that waits for its bill date', () => {
  const today = '2026-02-10';
  const wait = (to: PlanVersion, plan = gold) =>
    scheduled(since('2026-01-31', plan), changeTerms(ask({ today, plan, to, when: 'next_period' })), {
      reason: 'requested',
      at: 1,
    });

  test('makes the next bill that of the new plan, in its interval, from the day on which it is due', () => {
    const membership = wait(gold, platinum);
    expect(atNextBill({ membership, plan: platinum, nextPlan: gold }, '2026-02-28')).toMatchObject({
      plan: gold,
      period: { index: 1, start: '2026-02-28', end: '2026-03-31' },
      membership: { planId: gold.planId },
    });
    const year = atNextBill({ membership: wait(yearly), plan: gold, nextPlan: yearly }, '2026-02-28');
    expect(year.period).toEqual({ index: 1, start: '2026-02-28', end: '2027-02-28' });
    expect(year.membership.pendingChange).toBeUndefined();
  });

  test('does not touch an earlier bill', () => {
    const membership = { ...wait(gold, platinum) };
    const later = {
      ...membership,
      pendingChange: { ...(membership.pendingChange as never as object), effectiveOn: '2026-03-31' },
    } as Membership;
    expect(atNextBill({ membership: later, plan: platinum, nextPlan: gold }, '2026-02-28').plan).toBe(platinum);
  });

  test('after an outage of months still begins with the bill that comes (rule D5)', () => {
    const { period, plan } = atNextBill(
      { membership: wait(gold, platinum), plan: platinum, nextPlan: gold },
      '2026-05-10',
    );
    expect(plan).toBe(gold);
    expect(period).toEqual({ index: 3, start: '2026-04-30', end: '2026-05-31' });
  });

  test('can be taken back; a new version for everybody cannot be so (rule PC2)', () => {
    expect(withoutPending(wait(gold, platinum)).pendingChange).toBeUndefined();
    expect(codeOf(() => withoutPending(since('2026-01-31')))).toBe('no_pending_change');
    const moved = scheduled(
      since('2026-01-31'),
      { to: { planId: gold.planId, version: 2 }, effectiveOn: '2026-03-31' },
      { reason: 'new_version', at: 1 },
    );
    expect(codeOf(() => withoutPending(moved))).toBe('not_permitted');
  });

  test('a commitment never gets shorter, and that of the new plan counts from its first day', () => {
    const membership = { ...wait({ ...platinum, commitmentPeriods: 3 }), committedUntil: '2026-12-30' };
    const bill = (periods: number) =>
      atNextBill({ membership, plan: gold, nextPlan: { ...platinum, commitmentPeriods: periods } }, '2026-02-28')
        .membership.committedUntil;
    expect(bill(3)).toBe('2026-12-30');
    expect(bill(12)).toBe('2027-02-27');
  });
});

describe('a change and a pause (rule P8)', () => {
  const pause = {
    from: '2026-02-10',
    until: '2026-03-10',
    dates: 'shift' as const,
    benefits: 'frozen' as const,
    by: 'member' as const,
    agreedAt: 0,
  };
  const change = { to: { planId: platinum.planId, version: 1 }, effectiveOn: '2026-02-28' };
  const why = { reason: 'requested' as const, at: 0 };

  test('with a pause agreed on, it begins with the bill after the pause, and says so', () => {
    const membership = since('2026-01-31', gold, { pause });
    const terms = changeTerms(ask({ today: '2026-02-05', membership, when: 'next_period' }));
    expect(terms.effectiveOn).toBe('2026-03-28');
    expect(takesEffectOn(scheduled(membership, terms, why), terms)).toBe('2026-03-28');
  });

  test('a pause that is agreed on later takes it along', () => {
    const waiting = { ...scheduled(since('2026-01-31'), change, why), pause };
    expect(takesEffectOn(waiting, change)).toBe('2026-03-28');
    const after = afterPause(waiting);
    const bill = atNextBill({ membership: after, plan: gold, nextPlan: platinum }, '2026-03-28');
    expect(bill).toMatchObject({
      plan: { name: 'Platinum' },
      period: { index: 1, start: '2026-03-28', end: '2026-04-28' },
    });
  });

  test('bills that are skipped are skipped for the new plan as well', () => {
    const waiting = { ...scheduled(since('2026-01-31'), change, why), pause: { ...pause, dates: 'keep' as const } };
    expect(takesEffectOn(waiting, change)).toBe('2026-03-31');
  });

  test('before a pause without an end nobody knows the next bill', () => {
    const { until: _, ...open } = pause;
    const membership = since('2026-01-31', gold, { pause: open });
    expect(codeOf(() => changeTerms(ask({ today: '2026-02-05', membership, when: 'next_period' })))).toBe(
      'membership_paused',
    );
    expect(codeOf(() => changeTerms(ask({ today: '2026-02-05', membership })))).toBe('done');
  });

  test('in the minutes after a pause the books come first', () => {
    const membership = since('2026-01-31', gold, { pause });
    expect(codeOf(() => changeTerms(ask({ today: '2026-03-10', membership })))).toBe('try_again_later');
  });
});
