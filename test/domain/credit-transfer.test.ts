import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/domain/calendar.ts';
import { type CreditAccount, type Entry, emptyAccount } from '../../shared/domain/credit-account.ts';
import { replay } from '../../shared/domain/credit-chain.ts';
import type { Occasion } from '../../shared/domain/credit-decision.ts';
import { grantPeriod } from '../../shared/domain/credit-period.ts';
import { passedOnSince, passOn, type TransferDecision, takeBackPassedOn } from '../../shared/domain/credit-transfer.ts';
import { redeem } from '../../shared/domain/credit-use.ts';
import { enrol, type Membership } from '../../shared/domain/membership.ts';
import type { PlanVersion } from '../../shared/domain/plan.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

// Rule C9, invariant C2.6

const giverId = 'mbr_00000000000000000000000001';
const receiverId = 'mbr_00000000000000000000000002';
const facial = 'svc_00000000000000000000000001';
const today = '2026-03-01';
const plan: PlanVersion = {
  planId: 'pln_00000000000000000000000001',
  version: 1,
  name: 'Monthly',
  tier: 'Gold',
  price: { amount: 10_000, currency: 'USD' },
  interval: { unit: 'month', count: 1 },
  benefits: [{ kind: 'visits', key: 'facials', serviceIds: [facial], units: 4 }],
  visitAllowance: 4,
  renewal: { kind: 'until_cancelled' },
  passingOn: { unitsPerPeriod: 3 },
  offered: true,
};
const membership: Membership = enrol({
  membershipId: 'msh_00000000000000000000000001',
  memberId: giverId,
  plan,
  startsOn: today,
  today,
  at: 0,
  existing: [],
});
const on = (day: string, hour = 12): Occasion => ({
  actor: { kind: 'staff', staffId: 'stf_00000000000000000000000001' },
  causeId: 'cause',
  today: day,
  at: Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`),
});
const bucketId = `${membership.membershipId}.0.facials`;
const newBucketId = 'bkt_00000000000000000000000009';
const granted = grantPeriod(emptyAccount(giverId), membership, plan, on(today));
const accounts = { giver: granted.account, receiver: emptyAccount(receiverId) };
const asked = { bucketId, newBucketId, units: 2, membership, plan, passed: 0 };
const give = (more: Partial<Parameters<typeof passOn>[1]> = {}, day = today, from = accounts) =>
  passOn(from, { ...asked, ...more }, on(day));
const left = ({ buckets }: CreditAccount) => buckets.reduce((sum, { available }) => sum + available, 0);
const accountsAfter = ({ giver, receiver }: TransferDecision) => ({ giver: giver.account, receiver: receiver.account });
const entryOf = ({ entries }: { entries: readonly Entry[] }): Entry => {
  const [entry] = entries;
  if (!entry) throw new Error('nothing was written');
  return entry;
};
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('passing visits on', () => {
  test('what leaves one client arrives at the other, with the same services and the same last day', () => {
    const decision = give();
    expect([left(decision.giver.account), left(decision.receiver.account)]).toEqual([2, 2]);
    expect(decision.receiver.account.buckets).toMatchObject([
      { expiresOn: '2026-03-31', serviceIds: [facial], source: { kind: 'client', memberId: giverId } },
    ]);
    expect(entryOf(decision.giver)).toMatchObject({
      kind: 'TRANSFER_OUT',
      counterpart: { memberId: receiverId, sequence: entryOf(decision.receiver).sequence },
    });
    expect(entryOf(decision.receiver).counterpart).toEqual({
      memberId: giverId,
      sequence: entryOf(decision.giver).sequence,
    });
  });

  test.each<[string, string, Parameters<typeof give>]>([
    ['a plan that does not allow it', 'transfer_not_allowed', [{ plan: {} }]],
    ['credits that no membership gave', 'transfer_not_allowed', [{ membership: undefined }]],
    [
      'somebody whose payment is open',
      'membership_not_running',
      [{ membership: { ...membership, status: 'past_due' } }],
    ],
    ['a membership that has ended', 'membership_not_running', [{ membership: { ...membership, cancelOn: today } }]],
    ['more than there are', 'insufficient_credit', [{ units: 5, plan: { passingOn: { unitsPerPeriod: 9 } } }]],
    ['more than the plan allows in a period', 'transfer_limit', [{ passed: 2 }]],
    ['visits whose last day is over', 'credit_expired', [{}, '2026-04-01']],
  ])('refuses %s', (_, code, [more, day]) => {
    expect(codeOf(() => give(more, day))).toBe(code);
  });

  test('refuses oneself', () => {
    expect(codeOf(() => give({}, today, { giver: granted.account, receiver: granted.account }))).toBe(
      'transfer_not_allowed',
    );
  });
});

describe('taking it back', () => {
  const taken = (decision: TransferDecision, occasion: Occasion, now = accountsAfter(decision)) =>
    takeBackPassedOn(now, { given: entryOf(decision.giver), received: entryOf(decision.receiver) }, occasion);

  test('within a day everything is as before, and it does not count against the plan’s limit', () => {
    const decision = give();
    const back = taken(decision, on(addDays(today, 1)));
    expect([left(back.giver.account), left(back.receiver.account)]).toEqual([4, 0]);
    const entries = [entryOf(decision.giver), entryOf(back.giver)];
    expect(passedOnSince(entries.slice(0, 1), membership.membershipId, today)).toBe(2);
    expect(passedOnSince(entries, membership.membershipId, today)).toBe(0);
  });

  test('after a day, or once some of it was used, it stays', () => {
    const decision = give();
    expect(codeOf(() => taken(decision, on(addDays(today, 1), 13)))).toBe('undo_too_late');
    const used = redeem(decision.receiver.account, { kind: 'visits', serviceId: facial, units: 1 }, on(today));
    expect(codeOf(() => taken(decision, on(today), { ...accountsAfter(decision), receiver: used.account }))).toBe(
      'transfer_used',
    );
  });
});

test('however visits go back and forth and are used, none appears or disappears, and the entries tell it all', () => {
  const step = fc.record({
    what: fc.constantFrom('give', 'take back', 'use'),
    units: fc.integer({ min: 1, max: 5 }),
    n: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = accounts;
      const entries = { giver: [...granted.entries], receiver: [] as Entry[] };
      const open: TransferDecision[] = [];
      let used = 0;
      let made = 0;
      const keep = (decision: TransferDecision) => {
        now = accountsAfter(decision);
        entries.giver.push(...decision.giver.entries);
        entries.receiver.push(...decision.receiver.entries);
      };
      for (const { what, units, n } of steps) {
        try {
          if (what === 'give') {
            made += 1;
            const decision = give(
              {
                units,
                newBucketId: `bkt_${String(made).padStart(26, '0')}`,
                passed: passedOnSince(entries.giver, membership.membershipId, today),
              },
              today,
              now,
            );
            keep(decision);
            open.push(decision);
          } else if (what === 'take back') {
            const [decision] = open.splice(n % Math.max(1, open.length), 1);
            if (!decision) continue;
            keep(
              takeBackPassedOn(
                now,
                { given: entryOf(decision.giver), received: entryOf(decision.receiver) },
                on(today, 13),
              ),
            );
          } else {
            const use = redeem(now.receiver, { kind: 'visits', serviceId: facial, units }, on(today));
            now = { ...now, receiver: use.account };
            entries.receiver.push(...use.entries);
            used += units;
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        expect(left(now.giver) + left(now.receiver) + used).toBe(4);
        const given = passedOnSince(entries.giver, membership.membershipId, today);
        expect(given).toBeGreaterThanOrEqual(0);
        expect(given).toBeLessThanOrEqual(3);
      }
      expect(replay(giverId, entries.giver)).toEqual(now.giver);
      expect(replay(receiverId, entries.receiver)).toEqual(now.receiver);
    }),
  );
});
