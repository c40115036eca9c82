import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../shared/domain/calendar.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import {
  countMoving,
  isStillAsSeen,
  type Migration,
  nobodyMoved,
  refuseMoveDay,
  refuseSecondRun,
  undoMigration,
} from '../../shared/domain/migration.ts';
import { asBilledNext } from '../../shared/domain/pause.ts';
import type { Pause } from '../../shared/domain/pause-terms.ts';
import { billLines, totalOf } from '../../shared/domain/period-invoice.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { atNextBill, takesEffectOn } from '../../shared/domain/plan-change-effect.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { TaxRule } from '../../shared/domain/tax.ts';
import { type MoveContext, moveFor, stayOnVersion, withoutVersion } from '../../shared/domain/version-move.ts';
import { isNoWorse, versionNoticeDays } from '../../shared/domain/version-notice.ts';

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
const dearer: PlanVersion = { ...gold, version: 2, price: { amount: 11_900, currency: 'USD' } };
const richer: PlanVersion = {
  ...gold,
  version: 2,
  benefits: [...gold.benefits, { kind: 'visits', key: 'massage', serviceIds: [massage], units: 1 }],
  visitAllowance: 3,
};
const today = '2026-03-10';
const ids = { memberId: 'mbr_00000000000000000000000001', membershipId: 'msh_00000000000000000000000001' };

/** Somebody who joined on a day and has paid up to now. */
function since(startsOn: string, plan = gold, more: Partial<Membership> = {}): Membership {
  const joined = enrol({ ...ids, plan, startsOn, today, at: 0, existing: [], payment: 'card' });
  return { ...joined, ...more };
}
const mia = (more: Partial<Membership> = {}, plan = gold) => since('2026-01-31', plan, more);

const context = (plan: PlanVersion, more: Partial<MoveContext> = {}): MoveContext => ({
  ...{ plan, tax: undefined, today, at: 1, isReachable: true },
  ...more,
});
const move = (membership: Membership, to = dearer, from = '2026-04-01', more: Partial<MoveContext> = {}, plan = gold) =>
  moveFor(membership, { to, from }, context(plan, more));
const whyNot = (membership: Membership, to = dearer, more: Partial<MoveContext> = {}, plan = gold) => {
  const moving = move(membership, to, '2026-04-01', more, plan);
  return moving.kind === 'excluded' ? moving.why : moving.kind;
};

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** The first bills of a membership, as they will be charged: day and amount, the fee of a pause apart. */
function billsOf(membership: Membership, plan: PlanVersion, to: PlanVersion, tax: TaxRule | undefined, count: number) {
  const bills: { on: string; amount: number; version: number }[] = [];
  let now = membership;
  let version = plan;
  while (bills.length < count) {
    const bill = atNextBill({ membership: asBilledNext(now), plan: version, nextPlan: to }, today);
    const amount = totalOf(billLines({}, bill.plan, bill.period, tax));
    bills.push({ on: bill.period.start, amount, version: bill.plan.version });
    now = { ...bill.membership, period: bill.period };
    version = bill.plan;
  }
  return bills;
}

const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));
const someTax = fc.option(
  fc.record({
    name: fc.constant('Tax'),
    basisPoints: fc.integer({ min: 0, max: 2500 }),
    mode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
  }),
  { nil: undefined },
);
const somePlan = fc
  .record({
    interval: fc.constantFrom(
      { unit: 'week' as const, count: 2 },
      { unit: 'month' as const, count: 1 },
      { unit: 'month' as const, count: 3 },
    ),
    price: fc.integer({ min: 0, max: 50_000 }),
  })
  .map(({ interval, price }): PlanVersion => ({ ...gold, interval, price: { amount: price, currency: 'USD' } }));
const somePause = fc.option(
  fc.record({
    from: fc.integer({ min: 1, max: 80 }),
    days: fc.integer({ min: 1, max: 60 }),
    dates: fc.constantFrom('shift' as const, 'keep' as const),
  }),
  { nil: undefined },
);
const salon = fc.record({
  plan: somePlan,
  price: fc.integer({ min: 0, max: 50_000 }),
  startsOn: day('2025-08-01', daysBetween('2025-08-01', today)),
  from: day(today, 200),
  pause: somePause,
  tax: someTax,
});

describe('who moves to a new version of the plan, and from which bill on (rule PC2)', () => {
  test('a dearer one: the first bill that leaves three weeks after the day on which it is told', () => {
    const moving = move(mia());
    expect(moving).toMatchObject({ kind: 'moves', bill: { on: '2026-04-30', before: 9900, after: 11_900 } });
    expect(move(mia(), dearer, '2026-03-11')).toMatchObject({ bill: { on: '2026-04-30' } });
    expect(move(since('2026-02-01'))).toMatchObject({ bill: { on: '2026-04-01' } });
    expect(move(since('2026-02-01'), dearer, '2026-04-01', { today: '2026-03-11' })).toMatchObject({
      bill: { on: '2026-05-01' },
    });
  });

  test('one that costs the same and gives more: the very next bill, also for whom no mail reaches', () => {
    expect(move(mia(), richer, '2026-03-11')).toMatchObject({ kind: 'moves', bill: { on: '2026-03-31' } });
    expect(whyNot(mia(), richer, { isReachable: false })).toBe('moves');
    expect(whyNot(mia({ committedUntil: '2026-12-31' }), richer)).toBe('moves');
  });

  test('who pauses until a day moves with a bill after it', () => {
    const pause: Pause = {
      ...{ from: '2026-03-20', until: '2026-05-20', by: 'staff', agreedAt: 0 },
      ...{ dates: 'shift', benefits: 'frozen' },
    };
    const moving = move(mia({ pause }));
    expect(moving).toMatchObject({ kind: 'moves', bill: { on: '2026-05-31' } });
  });

  test('nobody is moved against what was agreed, during what is open, or without being told; each with its reason', () => {
    const pending = { planId: dearer.planId, planVersion: 2, effectiveOn: '2026-03-31', decidedAt: 0 } as const;
    const due = { invoiceId: `${ids.membershipId}.1`, since: today, amount: 1, step: 0, attempts: 1 } as const;
    const open = { ...due, period: mia().period, declineClass: 'soft' } as const;
    const endless: Pause = {
      ...{ from: '2026-03-01', by: 'staff', agreedAt: 0 },
      ...{ dates: 'shift', benefits: 'frozen' },
    };
    const term: PlanVersion = { ...gold, renewal: { kind: 'fixed_term', periods: 12 } };
    const intro: PlanVersion = { ...gold, intro: { price: { amount: 4900, currency: 'USD' }, periods: 6 } };
    const yearly: PlanVersion = { ...dearer, interval: { unit: 'year', count: 1 } };
    expect({
      kept: whyNot(mia({ keepsVersion: true })),
      ending: whyNot(mia({ cancelOn: '2026-06-30' })),
      term_over: whyNot(
        mia({ lastDay: '2026-04-29' }, term),
        { ...dearer, renewal: term.renewal },
        { today: '2026-03-25' },
        term,
      ),
      in_term: whyNot(mia({}, term), { ...dearer, renewal: term.renewal }, {}, term),
      committed: whyNot(mia({ committedUntil: '2026-04-30' })),
      commitment_over: whyNot(mia({ committedUntil: '2026-04-29' })),
      introductory: whyNot(mia({}, intro), dearer, {}, intro),
      own_change: whyNot(mia({ pendingChange: { ...pending, planId: gold.planId, reason: 'requested' } })),
      payment_open: whyNot(mia({ status: 'past_due', due: open })),
      unpaid_at_desk: whyNot(mia({ payment: 'at_the_desk', period: { index: 0, start: '2026-01-31', end: today } })),
      on_bill_day: whyNot(mia({ period: { index: 0, start: '2026-01-31', end: today } })),
      scheduled: whyNot(since('2026-03-20')),
      trial: whyNot(
        since('2026-03-05', { ...gold, trialDays: 14 }),
        { ...dearer, trialDays: 14 },
        {},
        { ...gold, trialDays: 14 },
      ),
      open_pause: whyNot(mia({ pause: endless })),
      other_interval: whyNot(mia(), yearly),
      bound_longer: whyNot(mia(), { ...dearer, commitmentPeriods: 6 }),
      unreachable: whyNot(mia(), dearer, { isReachable: false }),
      over: whyNot(mia({ status: 'cancelled', cancelOn: '2026-03-01' })),
      other_plan: whyNot(mia(), { ...dearer, planId: 'pln_00000000000000000000000009' }),
      on_it: whyNot(mia({ planVersion: 2 }), dearer, {}, dearer),
    }).toEqual({
      ...{ kept: 'kept', ending: 'ending', term_over: 'ending', in_term: 'agreed', committed: 'agreed' },
      ...{ commitment_over: 'moves', introductory: 'agreed', own_change: 'own_change' },
      ...{ payment_open: 'payment_open', unpaid_at_desk: 'payment_open', on_bill_day: 'busy' },
      ...{ scheduled: 'not_begun', trial: 'not_begun', open_pause: 'open_pause' },
      ...{ other_interval: 'other_terms', bound_longer: 'other_terms', unreachable: 'not_reachable' },
      ...{ over: 'none', other_plan: 'none', on_it: 'on_version' },
    });
  });

  test('however plan, day, pause and tax are: every bill before the notice is over is the old one, and the first after it is to the cent what was said', () => {
    let moved = 0;
    fc.assert(
      fc.property(salon, ({ plan, price, startsOn, from, pause, tax }) => {
        const to = { ...plan, version: 2, price: { amount: price, currency: 'USD' as const } };
        const first = pause && addDays(today, pause.from);
        const membership = since(startsOn, plan, {
          ...(pause === undefined || first === undefined
            ? {}
            : {
                pause: {
                  ...{ from: first, until: addDays(first, pause.days), dates: pause.dates },
                  ...{ benefits: 'frozen' as const, by: 'staff' as const, agreedAt: 0 },
                },
              }),
        });
        const moving = move(membership, to, from, { tax }, plan);
        if (moving.kind !== 'moves') return;
        moved += 1;
        const { bill } = moving;
        expect(bill.on >= from).toBe(true);
        if (price > plan.price.amount) expect(daysBetween(today, bill.on)).toBeGreaterThan(versionNoticeDays);
        const [before, after] = [membership, moving.membership].map((one) => billsOf(one, plan, to, tax, 30));
        expect(after?.map(({ on }) => on)).toEqual(before?.map(({ on }) => on));
        expect(after?.find(({ version }) => version === 2)).toEqual({ on: bill.on, amount: bill.after, version: 2 });
        expect(after?.every(({ on, version }) => version === (on < bill.on ? 1 : 2))).toBe(true);
        expect(before?.find(({ on }) => on === bill.on)?.amount).toBe(bill.before);
        // The day that the portal shows, and the membership without it.
        if (pause === undefined) {
          const { pendingChange } = moving.membership;
          if (pendingChange === undefined) throw new Error('it waits');
          expect(takesEffectOn(moving.membership, pendingChange)).toBe(bill.on);
        }
        expect(withoutVersion(moving.membership)).toEqual(membership);
        expect(move(moving.membership, to, from, { tax }, plan)).toEqual({ kind: 'is_moved', bill });
      }),
      { numRuns: 400 },
    );
    expect(moved).toBeGreaterThan(150);
  });

  test('there is no worse version that counts as one that may come without notice', () => {
    const benefit = (units: number) => [{ ...gold.benefits[0], units }] as PlanVersion['benefits'];
    expect(isNoWorse(gold, richer)).toBe(true);
    expect(isNoWorse(gold, { ...gold, name: 'Gold club', trialDays: 7 })).toBe(true);
    expect(isNoWorse(gold, dearer)).toBe(false);
    expect(isNoWorse(gold, { ...gold, benefits: benefit(1) })).toBe(false);
    expect(isNoWorse(gold, { ...gold, benefits: [] })).toBe(false);
    expect(isNoWorse({ ...gold, sharing: { people: 2 } }, gold)).toBe(false);
    expect(isNoWorse(gold, { ...gold, creditsAfterCancel: { kind: 'until_period_end' } })).toBe(false);
    const carried = [{ ...gold.benefits[0], rollover: { maxBalance: 4 } }] as PlanVersion['benefits'];
    expect(isNoWorse({ ...gold, benefits: carried }, gold)).toBe(false);
  });
});

describe('a member who stays on the version', () => {
  test('is left out from then on, and what was announced is off; let go, she can be moved again', () => {
    const moving = move(mia());
    if (moving.kind !== 'moves') throw new Error('she moves');
    const kept = stayOnVersion(moving.membership, true, today);
    expect(kept).toEqual(mia({ keepsVersion: true }));
    expect(stayOnVersion(kept, true, today)).toEqual(kept);
    expect(whyNot(kept)).toBe('kept');
    expect(stayOnVersion(kept, false, today)).toEqual(mia());
    const own = mia({
      pendingChange: { planId: gold.planId, planVersion: 1, effectiveOn: today, decidedAt: 0, reason: 'requested' },
    });
    expect(stayOnVersion(own, true, today)).toEqual({ ...own, keepsVersion: true });
    expect(codeOf(() => stayOnVersion(mia({ status: 'cancelled' }), true, today))).toBe('membership_not_running');
  });
});

describe('moving everybody', () => {
  const seen = { clients: 100, done: 50, before: 495_000, after: 595_000 };
  const now = { ...nobodyMoved, ...seen };
  const migration = (more: Partial<Migration>): Migration => ({
    ...{ planId: gold.planId, version: 2, from: '2026-04-01', startedAt: 0, startedBy: 'stf_1', seen },
    ...{ state: 'moved', count: nobodyMoved, ...more },
  });

  test('is done only while the figures are those that were agreed to, give or take who joins or leaves meanwhile', () => {
    expect(isStillAsSeen(seen, now)).toBe(true);
    expect(isStillAsSeen(seen, { ...now, done: 52, before: 514_800, after: 618_800 })).toBe(true);
    expect(isStillAsSeen(seen, { ...now, done: 53, before: 524_700, after: 630_700 })).toBe(false);
    expect(isStillAsSeen(seen, { ...now, after: 650_000 })).toBe(false);
    expect(isStillAsSeen(seen, { ...now, before: 450_000 })).toBe(false);
    expect(isStillAsSeen({ ...seen, done: 0, before: 0, after: 0 }, { ...now, done: 0, before: 0, after: 0 })).toBe(
      true,
    );
  });

  test('has one run at a time, one version at a time, and a day that leaves the notice', () => {
    expect(codeOf(() => refuseSecondRun(migration({ state: 'moving' }), 2, today))).toBe('migration_at_work');
    expect(codeOf(() => refuseSecondRun(migration({ lastBill: today }), 3, today))).toBe('migration_waits');
    expect(codeOf(() => refuseSecondRun(migration({ lastBill: today }), 2, today))).toBe('done');
    expect(codeOf(() => refuseSecondRun(migration({ lastBill: '2026-03-09' }), 3, today))).toBe('done');
    expect(codeOf(() => refuseSecondRun(migration({ state: 'undone' }), 3, today))).toBe('done');
    expect(codeOf(() => refuseMoveDay('2026-04-01', '2026-04-01', today))).toBe('done');
    expect(codeOf(() => refuseMoveDay('2026-03-31', '2026-04-01', today))).toBe('move_day_out_of_range');
    expect(codeOf(() => refuseMoveDay(addDays(today, 367), '2026-04-01', today))).toBe('move_day_out_of_range');
  });

  test('can be called off until it is', () => {
    expect(undoMigration(migration({ state: 'moving', count: now })).count).toEqual(nobodyMoved);
    for (const state of ['undone', 'outdated', 'undoing'] as const) {
      expect(codeOf(() => undoMigration(migration({ state })))).toBe('migration_over');
    }
  });

  test('counts each membership once, with its bill before and after', () => {
    expect(countMoving(move(mia()))).toEqual({ ...nobodyMoved, done: 1, before: 9900, after: 11_900 });
    expect(countMoving(move(mia({ keepsVersion: true }))).excluded.kept).toBe(1);
    expect(countMoving(move(mia({ planVersion: 2 }), dearer, today, {}, dearer)).onVersion).toBe(1);
  });
});
