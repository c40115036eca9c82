import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/domain/calendar.ts';
import { type CreditAccount, type EntryDraft, emptyAccount, isUsable } from '../../shared/domain/credit-account.ts';
import { appendAll } from '../../shared/domain/credit-chain.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { type Cancelled, endingCredits, settleCredits, settlesCredits } from '../../shared/domain/ending-credits.ts';
import { enrol } from '../../shared/domain/membership.ts';
import type { CreditsAfterCancel } from '../../shared/domain/plan.ts';
import { goldPlan, memberId, membershipId } from '../support/billing-world.ts';

const serviceIds = ['svc_01JAB000000000000000000001'];
const startsOn = '2026-01-31';
const membership = enrol({
  membershipId,
  memberId,
  plan: goldPlan,
  startsOn,
  today: startsOn,
  at: 0,
  existing: [],
  payment: 'card',
});

/** Cancelled on 10 February, for the end of the first period unless told. */
const ending = (creditsAfterCancel?: CreditsAfterCancel, cancelOn = '2026-02-28'): Cancelled => ({
  ...membership,
  cancelOn,
  endedBecause: 'requested',
  ...(creditsAfterCancel === undefined ? {} : { creditsAfterCancel }),
});
const occasion = (today: string) => ({ actor: { kind: 'operator' } as const, causeId: 'test', today, at: 0 });

interface Given {
  readonly units: number;
  readonly expiresOn?: string | undefined;
  readonly from?: 'plan' | 'hand' | 'another';
}

function accountWith(...given: readonly Given[]): CreditAccount {
  const drafts = given.map(
    ({ units, expiresOn, from = 'plan' }, n): EntryDraft => ({
      kind: 'GRANT',
      bucketId: `${membershipId}.${n}.facial`,
      units,
      reason: { code: 'membership_period' },
      actor: { kind: 'operator' },
      causeId: `grant-${n}`,
      on: startsOn,
      at: 0,
      opens: {
        kind: 'visits',
        serviceIds,
        grantedOn: startsOn,
        ...(expiresOn === undefined ? {} : { expiresOn }),
        source:
          from === 'hand'
            ? { kind: 'staff' }
            : {
                kind: 'membership',
                membershipId: from === 'plan' ? membershipId : 'msh_01JAB000000000000000000009',
                planId: goldPlan.planId,
                periodIndex: n,
              },
      },
    }),
  );
  return appendAll(emptyAccount(memberId), drafts).account;
}
const none = new Map<string, number>();
const lastDays = (account: CreditAccount, membership: Cancelled, today: string, refunded = none) =>
  endingCredits(account, membership, refunded, today).map(({ units, fate }) =>
    fate.kind === 'usable' ? [units, fate.until] : [units, fate.kind],
  );

// Rule K2, 000-050
describe('what is left when a membership ends', () => {
  const account = accountWith(
    { units: 2, expiresOn: '2026-02-27' },
    { units: 1, expiresOn: '2026-04-30' },
    { units: 3 },
    { units: 4, expiresOn: '2026-02-12' },
    { units: 5, expiresOn: '2026-06-30', from: 'hand' },
    { units: 6, expiresOn: '2026-06-30', from: 'another' },
  );

  test.each<[string, CreditsAfterCancel | undefined, unknown[]]>([
    ['keeps its last day unless the plan says otherwise', undefined, ['2026-02-27', '2026-04-30', undefined]],
    ['is usable until the paid period ends', { kind: 'until_period_end' }, ['2026-02-27', '2026-02-27', '2026-02-27']],
    ['is usable for ten more days', { kind: 'grace_days', days: 10 }, ['2026-03-09', '2026-03-09', '2026-03-09']],
    ['stays where no money goes back for it', { kind: 'refund_unused' }, ['2026-02-27', '2026-04-30', undefined]],
  ])('%s', (_, rule, [first, second, third]) => {
    expect(lastDays(account, ending(rule), '2026-02-10')).toEqual([
      [2, first],
      [1, second],
      [3, third],
      // Sooner than the end: nothing changes. Given by hand: not the plan's, so it keeps its day.
      [4, '2026-02-12'],
      [5, '2026-06-30'],
    ]);
  });

  test('is lost when its days come after what is paid, and paid back for what money goes back', () => {
    const bucketId = `${membershipId}.0.facial`;
    const refunded = new Map([[bucketId, 1]]);
    expect(
      lastDays(
        accountWith({ units: 3, expiresOn: '2026-03-20' }),
        ending({ kind: 'refund_unused' }),
        '2026-02-10',
        refunded,
      ),
    ).toEqual([
      [1, 'refunded'],
      [2, '2026-03-20'],
    ]);
  });

  test('of a membership that ends at once in the middle of its period is usable until the period ends', () => {
    const now = ending({ kind: 'until_period_end' }, '2026-02-10');
    expect(lastDays(accountWith({ units: 1, expiresOn: '2026-04-30' }), now, '2026-02-10')).toEqual([
      [1, '2026-02-27'],
    ]);
  });
});

const rules: readonly (CreditsAfterCancel | undefined)[] = [
  undefined,
  { kind: 'keep_until_expiry' },
  { kind: 'until_period_end' },
  { kind: 'grace_days', days: 30 },
  { kind: 'refund_unused' },
];
const someBucket = fc.record({
  units: fc.integer({ min: 1, max: 9 }),
  expiresOn: fc.option(
    fc.integer({ min: 0, max: 200 }).map((days) => addDays(startsOn, days)),
    { nil: undefined },
  ),
  from: fc.constantFrom('plan' as const, 'hand' as const, 'another' as const),
});

describe('on the day of the end', () => {
  test('what was said before is what happens, and nothing goes below zero', () => {
    fc.assert(
      fc.property(
        fc.array(someBucket, { maxLength: 6 }),
        fc.constantFrom(...rules),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 120 }),
        (given, rule, late, later) => {
          const account = accountWith(...given);
          const membership = ending(rule);
          // The day before the end, and the run that settles it, which may be late.
          const said = endingCredits(account, membership, none, '2026-02-27');
          const settledOn = addDays(membership.cancelOn, late);
          const { account: after } = settleCredits(account, membership, none, occasion(settledOn));
          const day = addDays(settledOn, later);
          for (const { bucket, units, fate } of said) {
            const now = after.buckets.find(({ bucketId }) => bucketId === bucket.bucketId);
            const usable = now !== undefined && isUsable(now, day) ? now.available : 0;
            const should = fate.kind === 'usable' && (fate.until === undefined || day <= fate.until) ? units : 0;
            expect(usable).toBe(should);
          }
          expect(after.buckets.every(({ available }) => available >= 0)).toBe(true);
          // Another membership's credits are not touched.
          const others = ({ buckets }: CreditAccount) =>
            buckets.filter(({ source }) => source.kind === 'membership' && source.membershipId !== membershipId);
          expect(others(after)).toEqual(others(account));
          // Twice is once.
          expect(settleCredits(after, membership, none, occasion(settledOn)).entries).toEqual([]);
        },
      ),
    );
  });

  test('the nightly expiry waits for it: credits with days to come are not written off first', () => {
    const account = accountWith({ units: 2, expiresOn: '2026-02-27' });
    const membership = ending({ kind: 'grace_days', days: 30 });
    expect(settlesCredits(membership, '2026-02-28')).toBe(true);
    expect(expire(account, occasion('2026-02-28'), new Set([membershipId])).entries).toEqual([]);
    const { account: after } = settleCredits(account, membership, none, occasion('2026-02-28'));
    expect(expire(after, occasion('2026-02-28')).entries).toEqual([]);
    expect(after.buckets[0]).toMatchObject({ available: 2, expiresOn: '2026-03-29' });
    expect(settlesCredits({ ...membership, status: 'cancelled' }, '2026-02-28')).toBe(false);
  });
});
