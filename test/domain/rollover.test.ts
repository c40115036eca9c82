import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, billDate, periodAt } from '../../shared/domain/calendar.ts';
import {
  type Bucket,
  type CreditAccount,
  type Entry,
  emptyAccount,
  isExpired,
} from '../../shared/domain/credit-account.ts';
import { replay } from '../../shared/domain/credit-chain.ts';
import type { CreditDecision, Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { redeem } from '../../shared/domain/credit-use.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import { checkPlanTerms, type PlanVersion } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type Rollover, shareKept } from '../../shared/domain/rollover.ts';
import { goldPlan } from '../support/billing-world.ts';

const memberId = 'mbr_01JAB000000000000000000001';
const facial = goldPlan.benefits[0]?.serviceIds[0] ?? '';

const planWith = (units: number, rollover: Rollover | undefined, more: Partial<PlanVersion> = {}): PlanVersion => ({
  ...goldPlan,
  benefits: [
    { kind: 'visits', key: 'facial', serviceIds: [facial], units, ...(rollover === undefined ? {} : { rollover }) },
  ],
  visitAllowance: units,
  ...more,
});

const memberOf = (plan: PlanVersion, startsOn = '2026-01-31'): Membership =>
  enrol({
    membershipId: 'msh_01JAB000000000000000000001',
    memberId,
    plan,
    startsOn,
    today: startsOn,
    at: 0,
    existing: [],
  });

const on = (today: string): Occasion => ({ actor: { kind: 'operator' }, causeId: 'test', today, at: 0 });

/** Grants period after period of a membership; `paidLate` days after each bill date. */
function ledger(plan: PlanVersion, startsOn?: string) {
  const membership = memberOf(plan, startsOn);
  let account: CreditAccount = emptyAccount(memberId);
  const entries: Entry[] = [];
  const take = (decision: CreditDecision) => {
    account = decision.account;
    entries.push(...decision.entries);
    return decision;
  };
  return {
    membership,
    entries,
    get account() {
      return account;
    },
    grant: (index: number, paidOn = billDate(membership.anchor, index), of = plan) =>
      take(grantPeriod(account, { ...membership, period: periodAt(membership.anchor, index) }, of, on(paidOn))),
    use: (units: number, today: string) =>
      take(redeem(account, { kind: 'visits', serviceId: facial, units }, on(today))),
    sweep: (today: string) => take(expire(account, on(today))),
    left: (today: string) =>
      account.buckets
        .filter((bucket) => bucket.available > 0 && !isExpired(bucket, today))
        .map(({ available, expiresOn }) => [available, expiresOn]),
  };
}

const sum = (buckets: readonly Bucket[]) => buckets.reduce((total, { available }) => total + available, 0);

describe('unused visits of a period (rule C6)', () => {
  test('end with it when the plan says nothing', () => {
    const salon = ledger(planWith(2, undefined));
    salon.grant(0);
    expect(salon.left('2026-02-27')).toEqual([[2, '2026-02-27']]);
    expect(salon.left('2026-02-28')).toEqual([]);
  });

  test('are kept for one more month, counted in bill dates from the anchor', () => {
    const salon = ledger(planWith(2, { maxAgePeriods: 1 }));
    salon.grant(0);
    salon.grant(1);
    expect(salon.left('2026-02-28')).toEqual([
      [2, '2026-03-30'],
      [2, '2026-04-29'],
    ]);
    expect(salon.left('2026-03-31')).toEqual([[2, '2026-04-29']]);
  });

  test('a payment that comes late gives them no day more (autumn#1822)', () => {
    const punctual = ledger(planWith(2, { maxAgePeriods: 2 }));
    const late = ledger(planWith(2, { maxAgePeriods: 2 }));
    punctual.grant(1);
    late.grant(1, '2026-03-20');
    expect(late.account.buckets.map(({ expiresOn }) => expiresOn)).toEqual(['2026-05-30']);
    expect(late.account.buckets).toEqual(punctual.account.buckets);
  });

  // Sonoran spa policy: at most six, the seventh pushes out the earliest.
  test('the seventh pushes out the earliest of six, in the same step', () => {
    const salon = ledger(planWith(1, { maxBalance: 6, maxAgePeriods: 12 }));
    for (let index = 0; index < 6; index += 1) salon.grant(index);
    const seventh = salon.grant(6);
    expect(seventh.entries.map(({ kind, units, reason, bucketId }) => [kind, units, reason.code, bucketId])).toEqual([
      ['EXPIRE', 1, 'over_rollover_cap', `${salon.membership.membershipId}.0.facial`],
      ['GRANT', 1, 'membership_period', `${salon.membership.membershipId}.6.facial`],
    ]);
    expect(sum(salon.account.buckets)).toBe(6);
  });

  test('of four, half are kept: what is used is taken from the half that would end', () => {
    const salon = ledger(planWith(4, { maxPercent: 50, maxAgePeriods: 1 }));
    salon.grant(0);
    salon.use(1, '2026-02-10');
    expect(salon.left('2026-02-10')).toEqual([
      [2, '2026-03-30'],
      [1, '2026-02-27'],
    ]);
    expect(salon.left('2026-02-28')).toEqual([[2, '2026-03-30']]);
  });

  test('without an age they never expire, and the account does not grow with those that are used up', () => {
    const salon = ledger(planWith(1, {}));
    for (let index = 0; index < 60; index += 1) {
      salon.grant(index);
      salon.use(1, addDays(billDate(salon.membership.anchor, index), 3));
    }
    expect(salon.account.buckets.length).toBeLessThanOrEqual(3);
    expect(salon.account.buckets.every(({ expiresOn }) => expiresOn === undefined)).toBe(true);
    expect(replay(memberId, salon.entries)).toEqual(salon.account);
  });

  test('a new plan leaves them as they are; its cap is for what it gives itself (autumn#2266)', () => {
    const salon = ledger(planWith(3, { maxBalance: 9, maxAgePeriods: 6 }));
    for (let index = 0; index < 3; index += 1) salon.grant(index);
    const stricter = planWith(3, { maxBalance: 3, maxAgePeriods: 1 }, { version: 2 });
    const before = salon.account.buckets;
    expect(salon.grant(3, undefined, stricter).entries.map(({ kind }) => kind)).toEqual(['GRANT']);
    expect(salon.account.buckets.slice(0, 3)).toEqual(before);
    expect(salon.grant(4, undefined, stricter).entries).toMatchObject([
      { kind: 'EXPIRE', units: 3 },
      { kind: 'GRANT' },
    ]);
    expect(salon.account.buckets.slice(0, 3)).toEqual(before);
  });

  test('paid at the desk before the bill date, only what would still be there on it counts', () => {
    const salon = ledger(planWith(2, { maxBalance: 4, maxAgePeriods: 1 }));
    salon.grant(0);
    salon.grant(1);
    // Those of the first month end on the day before the third begins.
    expect(salon.grant(2, '2026-03-25').entries.map(({ kind }) => kind)).toEqual(['GRANT']);
  });

  test('a plan cannot keep less than it gives', () => {
    const check = (rollover: Rollover) => () =>
      checkPlanTerms(planWith(4, rollover), new Set([facial]), goldPlan.price.currency);
    expect(check({ maxBalance: 4 })).not.toThrow();
    expect(check({ maxBalance: 3 })).toThrow(new Refusal('rollover_cap_too_low'));
  });
});

describe('whatever a plan keeps and however people come', () => {
  const rollover = (units: number): fc.Arbitrary<Rollover> =>
    fc.record(
      {
        maxBalance: fc.integer({ min: units, max: units * 4 }),
        maxAgePeriods: fc.integer({ min: 1, max: 5 }),
        maxPercent: fc.integer({ min: 1, max: 99 }),
      },
      { requiredKeys: [] },
    );
  const period = fc.record({
    paid: fc.boolean(),
    lateDays: fc.nat({ max: 20 }),
    uses: fc.nat({ max: 5 }),
    sweeps: fc.boolean(),
  });
  const world = fc.integer({ min: 1, max: 6 }).chain((units) =>
    fc.record({
      units: fc.constant(units),
      rollover: rollover(units),
      startsOn: fc.constantFrom('2026-01-31', '2026-02-28', '2027-12-15'),
      periods: fc.array(period, { minLength: 1, maxLength: 14 }),
    }),
  );

  test('never above the cap after a grant, never older than the age, and nothing is lost or made', () => {
    fc.assert(
      fc.property(world, (given) => {
        const salon = ledger(planWith(given.units, given.rollover), given.startsOn);
        const { anchor } = salon.membership;
        const { maxBalance, maxAgePeriods } = given.rollover;
        const first = (index: number) => billDate(anchor, index);
        given.periods.forEach(({ paid, lateDays, uses, sweeps }, index) => {
          const today = addDays(first(index), lateDays);
          if (sweeps) salon.sweep(today);
          if (paid) {
            salon.grant(index, today);
            const usable = salon.account.buckets.filter((bucket) => !isExpired(bucket, today));
            if (maxBalance !== undefined) expect(sum(usable)).toBeLessThanOrEqual(maxBalance);
            // What has just been paid for is all there.
            const fresh = usable.filter(({ grantedOn }) => grantedOn === first(index));
            expect(sum(fresh)).toBe(given.units);
          }
          for (let n = 0; n < uses; n += 1) {
            try {
              salon.use(1, today);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          }
        });
        for (const entry of salon.entries) {
          const { opens } = entry;
          if (opens?.source.kind !== 'membership') continue;
          const { periodIndex } = opens.source;
          const age =
            entry.bucketId.endsWith('.rest') || shareKept(given.units, given.rollover).kept === 0 ? 0 : maxAgePeriods;
          expect(opens.expiresOn).toBe(age === undefined ? undefined : addDays(first(periodIndex + 1 + age), -1));
        }
        const total = (kind: Entry['kind']) =>
          salon.entries.reduce((units, entry) => units + (entry.kind === kind ? entry.units : 0), 0);
        expect(total('GRANT')).toBe(total('CONSUME') + total('EXPIRE') + sum(salon.account.buckets));
        expect(replay(memberId, salon.entries)).toEqual(salon.account);
      }),
      { numRuns: 300 },
    );
  });

  test('of what a period gives, exactly the share is there after its last day when nobody came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 99 }), (units, maxPercent) => {
        const salon = ledger(planWith(units, { maxPercent, maxAgePeriods: 1 }));
        salon.grant(0);
        const kept = salon.left('2026-02-28').reduce((all, [available]) => all + Number(available), 0);
        expect(kept).toBe(Math.floor((units * maxPercent) / 100));
      }),
    );
  });
});
