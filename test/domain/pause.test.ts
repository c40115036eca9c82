import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextBillingAction, nextPeriod } from '../../shared/domain/billing-schedule.ts';
import { newBusiness } from '../../shared/domain/business.ts';
import { addDays, billDate, daysBetween, localDateOf, periodAt } from '../../shared/domain/calendar.ts';
import { cancel } from '../../shared/domain/cancellation.ts';
import { enrol, type Membership, statusOn } from '../../shared/domain/membership.ts';
import { afterPause, agreeOnPause, changePause, letFeeGo, type PauseRequest } from '../../shared/domain/pause.ts';
import { billsInside, feeOf, scheduleOf } from '../../shared/domain/pause-schedule.ts';
import { defaultPauses, type PausePolicies } from '../../shared/domain/pause-terms.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { standingOf } from '../../shared/domain/standing.ts';
import { goldPlan } from '../support/billing-world.ts';
import { everyZone } from '../support/zones.ts';

const business = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'America/New_York',
  currency: 'USD',
  locale: 'en-US',
  contact: { email: 'hello@example.com' },
});

const member = (startsOn = '2026-01-31', plan: PlanVersion = goldPlan): Membership =>
  enrol({
    membershipId: 'msh_01JAB000000000000000000001',
    memberId: 'mbr_01JAB000000000000000000001',
    plan,
    startsOn,
    today: startsOn,
    at: Date.parse(`${startsOn}T15:00:00Z`),
    existing: [],
    payment: 'card',
  });

const asked: PauseRequest = {
  from: '2026-02-10',
  lastDay: '2026-03-11',
  dates: 'shift',
  benefits: 'frozen',
  by: 'staff',
  beyondLimits: false,
};
const context = (today: string, policies: PausePolicies = defaultPauses, plan: PlanVersion = goldPlan) => ({
  policies,
  plan,
  today,
  at: 0,
});
const pausedOn = (given: Partial<PauseRequest> = {}, membership = member(), plan = goldPlan) =>
  agreeOnPause(
    membership,
    { ...asked, ...given },
    context(given.from === undefined || given.from > '2026-02-10' ? '2026-02-10' : given.from, defaultPauses, plan),
  );
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
/** The books know that the pause has begun. */
const begun = (membership: Membership): Membership => ({
  ...membership,
  status: 'paused',
  ...(membership.pause === undefined ? {} : { pause: { ...membership.pause, begun: true } }),
});
const nextBill = (membership: Membership) => scheduleOf(membership)?.period.end;

describe('bill dates and a pause', () => {
  test('shift: who pauses ten days before a bill is charged ten days after coming back (rule P1)', () => {
    // The bill was due on 28 February, 18 days after the pause began; 30 days are paused.
    const paused = pausedOn();
    expect(nextBill(paused)).toBe('2026-03-30');
    expect(daysBetween('2026-03-12', '2026-03-30')).toBe(daysBetween('2026-02-10', '2026-02-28'));
  });

  test('shift: the bill day becomes that of the next bill, and stays it', () => {
    const after = afterPause(pausedOn());
    expect([1, 2, 3].map((index) => billDate(after.anchor, index))).toEqual(['2026-03-30', '2026-04-30', '2026-05-30']);
    expect(after.period).toEqual({ index: 0, start: '2026-01-31', end: '2026-03-30' });
  });

  test('keep: bills inside are skipped, with a mark; the bill day stays, and coming back is not charged (rule P2)', () => {
    const paused = pausedOn({ dates: 'keep', lastDay: '2026-04-15' });
    expect(nextBill(paused)).toBe('2026-04-30');
    const after = afterPause(paused);
    expect(after.pauses).toEqual([{ from: '2026-02-10', until: '2026-04-16', by: 'staff', skipped: 2 }]);
    expect(nextPeriod(after, '2026-04-16')).toEqual(periodAt(after.anchor, 3));
  });

  test('a pause that begins with the next bill moves that bill to the day of coming back (rule P4)', () => {
    expect(nextBill(pausedOn({ from: '2026-02-28' }))).toBe('2026-03-12');
  });

  test('without an end nobody can name the next bill, and none is made', () => {
    const paused = pausedOn({ lastDay: undefined });
    expect(nextBill(paused)).toBeUndefined();
    // Only staff are asked to look at it (rule P5).
    for (const day of ['2026-02-20', '2026-06-01', '2027-01-01']) {
      expect(nextBillingAction(begun(paused), { plan: goldPlan, business }, day)).toMatchObject({
        kind: 'notice',
        notice: { kind: 'pause_review' },
      });
    }
    expect(standingOf(paused, '2026-06-01', business.policies)).toMatchObject({
      status: 'paused',
      nextBill: { kind: 'paused' },
    });
  });
});

const anyDates = fc.constantFrom('shift' as const, 'keep' as const);
const anyBenefits = fc.constantFrom('frozen' as const, 'usable' as const);
const anyInterval = fc.constantFrom(
  { unit: 'month', count: 1 } as const,
  { unit: 'week', count: 2 } as const,
  { unit: 'month', count: 3 } as const,
  { unit: 'year', count: 1 } as const,
);

describe('over decades, in every zone', () => {
  test('nothing is charged on a paused day, and no bill is lost or doubled for those who never pause (rules P1, P2)', () => {
    const gap = fc.integer({ min: 0, max: 200 });
    const length = fc.integer({ min: 7, max: 90 });
    fc.assert(
      fc.property(
        fc.constantFrom(...everyZone),
        fc.integer({ min: 0, max: 3650 }),
        anyInterval,
        fc.array(fc.tuple(gap, length, anyDates, fc.boolean()), { maxLength: 6 }),
        (timeZone, offset, interval, pauses) => {
          const startsOn = addDays('2026-01-31', offset);
          const plan: PlanVersion = { ...goldPlan, interval };
          const terms = { plan, business: { ...business, timeZone } };
          let membership: Membership = { ...member(startsOn, plan), enrolledAt: 0 };
          const paused: { from: string; until: string; before: number }[] = [];
          const charges: string[] = [];
          let today = startsOn;
          const planned = [...pauses];
          let wait = planned[0]?.[0] ?? 0;
          const end = addDays(startsOn, 365 * 8);
          for (let turns = 0; today < end && turns < 400; turns += 1) {
            const next = planned[0];
            if (next !== undefined && membership.pause === undefined && wait <= 0) {
              planned.shift();
              wait = planned[0]?.[0] ?? 0;
              const [, days, dates, now] = next;
              const from = now ? today : membership.period.end;
              const request = { ...asked, from, lastDay: addDays(from, days - 1), dates, beyondLimits: true };
              if (codeOf(() => agreeOnPause(membership, request, context(today))) === 'done') {
                membership = agreeOnPause(membership, request, context(today));
                paused.push({ from, until: addDays(from, days), before: charges.length });
              }
            }
            const action = nextBillingAction(membership, terms, today);
            if (action === undefined) throw new Error('nothing happens any more');
            const day = localDateOf(action.at, timeZone);
            wait -= Math.max(0, daysBetween(today, day));
            today = day > today ? day : today;
            if (action.kind === 'charge') {
              charges.push(day);
              expect(statusOn(membership, day)).toBe('active');
              membership = { ...membership, period: nextPeriod(membership, day) };
            } else if (action.kind === 'pause') {
              membership = begun(membership);
            } else if (action.kind === 'resume') {
              membership = afterPause(membership);
            } else if (action.kind === 'notice') {
              membership = { ...membership, noticesSent: [...(membership.noticesSent ?? []), action.notice.id] };
            }
          }
          for (const { from, until, before } of paused) {
            // What was charged in the morning of the day on which a pause was agreed came before it.
            expect(charges.slice(before).filter((day) => from <= day && day < until)).toEqual([]);
          }
          expect([...charges].sort()).toEqual(charges);
          expect(new Set(charges).size).toBe(charges.length);
          if (paused.length === 0) {
            const expected = charges.map((_, i) => billDate(membership.anchor, i + 1));
            expect(charges).toEqual(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  test('the days that were paid and not used are there after the pause: not one more, not one less (rule P1)', () => {
    fc.assert(
      fc.property(
        anyInterval,
        fc.nat(400),
        fc.nat(60),
        fc.integer({ min: 1, max: 400 }),
        (interval, at, into, days) => {
          const base = { ...member('2026-01-31', { ...goldPlan, interval }) };
          const period = periodAt(base.anchor, at);
          const membership = { ...base, period };
          const from = addDays(period.start, Math.min(into, daysBetween(period.start, period.end)));
          const pause = { ...asked, from, until: addDays(from, days), agreedAt: 0 } as const;
          const { lastDay: _, beyondLimits: __, ...kept } = pause;
          const schedule = scheduleOf({ ...membership, pause: kept });
          expect(daysBetween(kept.until, schedule?.period.end ?? '')).toBe(daysBetween(from, period.end));
          // Every later bill is counted from that one.
          expect(schedule && billDate(schedule.anchor, period.index + 1)).toBe(schedule?.period.end);
        },
      ),
    );
  });

  test('keep: the bill day never changes, and the next bill is the first one after the pause (rule P2)', () => {
    fc.assert(
      fc.property(anyInterval, fc.nat(60), fc.integer({ min: 1, max: 500 }), (interval, into, days) => {
        const membership = member('2026-01-31', { ...goldPlan, interval });
        const from = addDays(
          membership.period.start,
          Math.min(into, daysBetween(membership.period.start, membership.period.end)),
        );
        const until = addDays(from, days);
        const pause = { from, until, dates: 'keep', benefits: 'frozen', by: 'staff', agreedAt: 0 } as const;
        const schedule = scheduleOf({ ...membership, pause });
        const bills = Array.from({ length: 60 }, (_, i) => billDate(membership.anchor, i + 1));
        expect(schedule?.anchor).toEqual(membership.anchor);
        expect(schedule?.period.end).toBe(bills.find((bill) => bill >= until && bill >= membership.period.end));
        expect(billsInside(membership, pause)).toBe(bills.filter((bill) => from <= bill && bill < until).length);
      }),
    );
  });

  test('a fixed term gives as many periods with a pause as without (rules P1, P9)', () => {
    const plan: PlanVersion = {
      ...goldPlan,
      renewal: { kind: 'fixed_term', periods: 6 },
      commitmentPeriods: 3,
      pausesExtendCommitment: true,
    };
    fc.assert(
      fc.property(anyDates, fc.integer({ min: 7, max: 90 }), (dates, days) => {
        const membership = member('2026-01-31', plan);
        let now = afterPause(
          pausedOn({ dates, from: '2026-02-10', lastDay: addDays('2026-02-10', days - 1) }, membership, plan),
        );
        const skipped = now.pauses?.[0]?.skipped ?? 0;
        let bills = 1;
        while ((now.lastDay ?? '') >= now.period.end) {
          now = { ...now, period: nextPeriod(now, addDays(now.period.end, -1)) };
          bills += 1;
        }
        expect(bills).toBe(6);
        expect(addDays(now.lastDay ?? '', 1)).toBe(now.period.end);
        if (dates === 'shift') {
          expect(daysBetween(membership.committedUntil ?? '', now.committedUntil ?? '')).toBe(days);
          expect(skipped).toBe(0);
        }
      }),
    );
  });

  test('the time that was agreed at least stays as it is when the plan does not say otherwise (rule P9)', () => {
    const plan: PlanVersion = { ...goldPlan, commitmentPeriods: 3 };
    const membership = member('2026-01-31', plan);
    expect(scheduleOf(pausedOn({}, membership, plan))?.committedUntil).toBe(membership.committedUntil);
  });
});

describe('who may pause, and how long (rule P5)', () => {
  const due = {
    invoiceId: 'msh_01JAB000000000000000000001.1',
    period: { index: 1, start: '2026-02-28', end: '2026-03-31' },
    since: '2026-02-28',
    amount: 9900,
    step: 0,
    attempts: 1,
    declineClass: 'soft' as const,
  };
  const charge = {
    attempt: 1,
    invoiceId: 'msh_01JAB000000000000000000001.1',
    period: { index: 1, start: '2026-02-28', end: '2026-03-31' },
    total: 9900,
    creditApplied: 0,
    amount: 9900,
    trigger: { kind: 'renewal' as const },
    claimedAt: 0,
    leaseUntil: 0,
    state: 'charging' as const,
  };
  const fixed: PlanVersion = { ...goldPlan, renewal: { kind: 'fixed_term', periods: 1 } };
  test.each<[string, Partial<Membership>, string]>([
    ['is paid', {}, 'done'],
    ['owes money', { status: 'past_due', due }, 'pause_payment_open'],
    ['waits for the provider', { due }, 'pause_payment_open'],
    ['is unpaid', { status: 'unpaid' }, 'pause_payment_open'],
    ['is being charged at this moment', { charge }, 'payment_in_progress'],
    [
      'is about to be charged this morning',
      { period: { index: 0, start: '2026-01-10', end: '2026-02-10' } },
      'payment_in_progress',
    ],
    [
      'waits to be paid at the desk',
      { payment: 'at_the_desk', period: { index: 0, start: '2026-01-08', end: '2026-02-08' } },
      'pause_payment_open',
    ],
    ['is cancelled for a day to come', { cancelOn: '2026-02-28' }, 'pause_cancel_pending'],
    [
      'has not begun',
      { status: 'scheduled', period: { index: 0, start: '2026-03-01', end: '2026-04-01' } },
      'pause_not_yet',
    ],
    ['is in its trial', { period: { index: -1, start: '2026-02-01', end: '2026-02-15' } }, 'pause_not_yet'],
    ['is in the last period of its term', { lastDay: '2026-02-27' }, 'pause_last_period'],
    ['is over', { status: 'cancelled', cancelOn: '2026-02-01' }, 'membership_not_running'],
    [
      'has a pause already',
      { pause: { from: '2026-02-20', dates: 'shift', benefits: 'frozen', by: 'staff', agreedAt: 0 } },
      'already_paused',
    ],
  ])('a membership that %s', (_, given, code) => {
    expect(codeOf(() => agreeOnPause({ ...member(), ...given }, asked, context('2026-02-10')))).toBe(code);
  });

  test('not in the last period of a term of one', () => {
    expect(codeOf(() => agreeOnPause(member('2026-01-31', fixed), asked, context('2026-02-10')))).toBe(
      'pause_last_period',
    );
  });

  test.each<[string, Partial<PauseRequest>, string]>([
    ['six days', { lastDay: '2026-02-15' }, 'pause_too_short'],
    ['seven days', { lastDay: '2026-02-16' }, 'done'],
    ['ninety days', { lastDay: '2026-05-10' }, 'done'],
    ['ninety-one days', { lastDay: '2026-05-11' }, 'pause_too_long'],
    ['ninety-one days, allowed by somebody who may', { lastDay: '2026-05-11', beyondLimits: true }, 'done'],
    [
      'a pause that ends before it begins, whoever asks',
      { lastDay: '2026-02-09', beyondLimits: true },
      'pause_too_short',
    ],
    ['no end, by staff', { lastDay: undefined }, 'done'],
    ['no end, by the member', { lastDay: undefined, by: 'member' }, 'pause_too_long'],
  ])('%s', (_, given, code) => {
    expect(codeOf(() => pausedOn(given))).toBe(code);
  });

  test('twice in twelve months, whatever the salon’s own closures; a year later again', () => {
    const past = (from: string, by: 'member' | 'closure') => ({ from, until: addDays(from, 7), by });
    const twice = { ...member(), pauses: [past('2025-06-01', 'member'), past('2025-09-01', 'member')] };
    expect(codeOf(() => agreeOnPause(twice, asked, context('2026-02-10')))).toBe('pause_too_often');
    expect(codeOf(() => agreeOnPause(twice, { ...asked, beyondLimits: true }, context('2026-02-10')))).toBe('done');
    const closed = {
      ...member(),
      pauses: [past('2025-02-01', 'member'), past('2025-06-01', 'member'), past('2025-09-01', 'closure')],
    };
    expect(codeOf(() => agreeOnPause(closed, asked, context('2026-02-10')))).toBe('done');
  });
});

describe('changing a pause (rule P7)', () => {
  const change = (membership: Membership, today: string, given: Parameters<typeof changePause>[1]) =>
    changePause(membership, given, 'staff', { policies: defaultPauses, today, at: 0 });

  test('resuming early makes today a day with the membership, and moves the bill by the days that were taken', () => {
    const resumed = change(pausedOn(), '2026-02-20', { kind: 'resume' });
    expect(statusOn(resumed, '2026-02-19')).toBe('paused');
    expect(statusOn(resumed, '2026-02-20')).toBe('active');
    expect(nextBill(resumed)).toBe('2026-03-10');
  });

  test('taking it back before it began leaves everything as it was, and counts nothing', () => {
    const planned = pausedOn({ from: '2026-02-28' });
    expect(afterPause(change(planned, '2026-02-12', { kind: 'resume' }))).toEqual(member());
  });

  test('a longer pause moves the bill further, up to the longest', () => {
    const longer = change(pausedOn(), '2026-02-20', { kind: 'last_day', lastDay: '2026-03-21', beyondLimits: false });
    expect(nextBill(longer)).toBe('2026-04-09');
    expect(
      codeOf(() => change(pausedOn(), '2026-02-20', { kind: 'last_day', lastDay: '2026-05-11', beyondLimits: false })),
    ).toBe('pause_too_long');
    expect(
      codeOf(() => change(pausedOn(), '2026-02-20', { kind: 'last_day', lastDay: '2026-02-18', beyondLimits: false })),
    ).toBe('pause_too_short');
  });

  test('nothing is changed that is not there, or is over', () => {
    expect(codeOf(() => change(member(), '2026-02-20', { kind: 'resume' }))).toBe('not_paused');
    expect(codeOf(() => change(pausedOn(), '2026-03-12', { kind: 'resume' }))).toBe('not_paused');
  });

  test('whoever cancels in a pause has the days that are paid after it; resuming early moves the end with it', () => {
    const cancelled = cancel(pausedOn(), { when: 'period_end' }, '2026-02-20', goldPlan);
    expect(cancelled.cancelOn).toBe('2026-03-30');
    expect(
      codeOf(() => change(cancelled, '2026-02-21', { kind: 'last_day', lastDay: '2026-03-20', beyondLimits: false })),
    ).toBe('pause_cancel_pending');
    expect(change(cancelled, '2026-02-21', { kind: 'resume' }).cancelOn).toBe('2026-03-11');
  });

  test('whoever cancels in a pause without an end gets the days that are paid from then on', () => {
    const cancelled = cancel(pausedOn({ lastDay: undefined }), { when: 'period_end' }, '2026-04-10', goldPlan);
    expect(statusOn(cancelled, '2026-04-10')).toBe('active');
    expect(cancelled.cancelOn).toBe('2026-04-28');
  });

  test('whoever cancels before it began has no pause any more', () => {
    const cancelled = cancel(pausedOn({ from: '2026-02-28' }), { when: 'period_end' }, '2026-02-12', goldPlan);
    expect(cancelled).toMatchObject({ cancelOn: '2026-02-28' });
    expect(cancelled.pause).toBeUndefined();
  });
});

describe('what pausing costs (rule P6)', () => {
  const fee = (per: 'pause' | 'period', days: number) => {
    const paused = agreeOnPause(
      member(),
      { ...asked, lastDay: addDays('2026-02-10', days - 1), beyondLimits: true },
      context('2026-02-10', { ...defaultPauses, fee: { amount: 500, per } }),
    );
    const { pause } = paused;
    return pause?.until === undefined ? undefined : feeOf(paused, { ...pause, until: pause.until });
  };
  test('once, or for each bill that falls into it, and at least once', () => {
    expect(fee('pause', 60)).toBe(500);
    expect(fee('period', 7)).toBe(500);
    expect(fee('period', 30)).toBe(500);
    expect(fee('period', 60)).toBe(1000);
  });

  test('stands on the bill after it', () => {
    const paused = agreeOnPause(
      member(),
      asked,
      context('2026-02-10', { ...defaultPauses, fee: { amount: 500, per: 'pause' } }),
    );
    expect(afterPause(paused).pauseFee).toBe(500);
  });

  test('nothing for a closure of the salon', () => {
    const closed = agreeOnPause(
      member(),
      { ...asked, by: 'closure' },
      context('2026-02-10', { ...defaultPauses, fee: { amount: 500, per: 'pause' } }),
    );
    expect(closed.pause?.fee).toBeUndefined();
  });
});

describe('what people are told (000-002, 000-011, 001-016)', () => {
  test.each([
    ['frozen' as const, '2026-02-20', 'on_hold'],
    ['usable' as const, '2026-02-20', 'usable'],
    // What was paid for ended on 27 February.
    ['usable' as const, '2026-03-01', 'on_hold'],
  ])('%s benefits on %s are %s', (benefits, today, usability) => {
    expect(standingOf(pausedOn({ benefits }), today, business.policies)).toMatchObject({
      status: 'paused',
      usability,
      nextBill: { kind: 'paused_until', date: '2026-03-12' },
    });
  });

  test('in a pause, a membership that is cancelled names its end and no bill (000-011)', () => {
    const [first, later] = [pausedOn(), pausedOn({}, { ...member(), committedUntil: '2026-05-29' })].map((paused) =>
      standingOf(cancel(paused, { when: 'period_end' }, '2026-02-20', goldPlan), '2026-02-20', business.policies),
    );
    expect(first).toMatchObject({ status: 'paused', nextBill: { kind: 'ends_on', lastDay: '2026-03-29' } });
    // What was agreed at least brings one more bill before the end.
    expect(later).toMatchObject({ status: 'paused', nextBill: { kind: 'paused_until', date: '2026-03-12' } });
  });

  test('before a pause and after it, the next bill is the one after the pause, in all four kinds', () => {
    fc.assert(
      fc.property(anyDates, anyBenefits, (dates, benefits) => {
        const paused = pausedOn({ dates, benefits, from: '2026-02-28', lastDay: '2026-03-29' });
        const date = nextBill(paused);
        expect(standingOf(paused, '2026-02-15', business.policies).nextBill).toEqual({ kind: 'on', date });
        expect(standingOf(paused, '2026-03-30', business.policies).nextBill).toEqual({ kind: 'on', date });
      }),
    );
  });
});

test('members do not come back early to a closed salon; staff can let one (rule P10)', () => {
  const closed = pausedOn({ by: 'closure' });
  const resume = (by: 'member' | 'staff') => () => changePause(closed, { kind: 'resume' }, by, context('2026-02-20'));
  expect(codeOf(resume('member'))).toBe('pause_of_closure');
  expect(codeOf(resume('staff'))).toBe('done');
});

describe('the fee of a pause and the end of a membership (rules P6, K3, K7)', () => {
  const policies: PausePolicies = { ...defaultPauses, fee: { amount: 1000, per: 'pause' } };
  const paused = agreeOnPause(member(), asked, context('2026-02-10', policies));

  test('stays while a cancellation can be taken back, so that taking it back saves nobody the fee', () => {
    const cancelled = cancel(begun(paused), { when: 'period_end' }, '2026-02-20', goldPlan);
    expect(afterPause(cancelled).pauseFee).toBe(1000);
  });

  test('is let go of at the end: of a pause that is over, and of one that runs', () => {
    const now = cancel(begun(paused), { when: 'now' }, '2026-02-20', goldPlan);
    const { membership, letGo } = letFeeGo(now);
    expect(letGo).toBe(1000);
    expect(afterPause(membership).pauseFee).toBeUndefined();
    const later = afterPause(cancel(begun(paused), { when: 'period_end' }, '2026-02-20', goldPlan));
    expect(letFeeGo({ ...later, status: 'cancelled' })).toMatchObject({ letGo: 1000 });
    expect(letFeeGo({ ...later, status: 'cancelled' }).membership.pauseFee).toBeUndefined();
    expect(letFeeGo(member())).toEqual({ membership: member(), letGo: 0 });
  });
});
