import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/domain/calendar.ts';
import {
  type Bucket,
  type CreditAccount,
  type Entry,
  emptyAccount,
  heldIn,
} from '../../shared/domain/credit-account.ts';
import { append, replay } from '../../shared/domain/credit-chain.ts';
import type { CreditDecision, Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { consumeHold, forfeitHold, keepCredit, releaseCredit } from '../../shared/domain/credit-hold.ts';
import { creditFindings } from '../../shared/domain/credit-invariants.ts';
import { byUse, redeem, undoRedemption } from '../../shared/domain/credit-use.ts';
import { type Appointment, keptIn } from '../../shared/domain/kept-credits.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { entryOn, facial, memberId } from '../support/credit-histories.ts';

const massage = 'svc_00000000000000000000000002';
const start = '2026-03-01';
const on = (today: string, causeId = 'desk'): Occasion => ({ actor: { kind: 'operator' }, causeId, today, at: 0 });

interface Given {
  readonly from: number;
  readonly lasts: number | null;
  readonly units: number;
  readonly services: readonly string[];
}

/** One bucket for each, of the days `[start + from, start + from + lasts]`. */
function accountWith(grants: readonly Given[]): CreditDecision {
  const decision: { account: CreditAccount; entries: Entry[] } = { account: emptyAccount(memberId), entries: [] };
  for (const [n, { from, lasts, units, services }] of grants.entries()) {
    const grantedOn = addDays(start, from);
    const opens = {
      kind: 'visits' as const,
      serviceIds: [...services],
      grantedOn,
      ...(lasts === null ? {} : { expiresOn: addDays(grantedOn, lasts) }),
      source: { kind: 'staff' as const },
    };
    const next = append(
      decision.account,
      entryOn(start, 'GRANT', `bkt_${String(n).padStart(26, '0')}`, units, { opens }),
    );
    decision.account = next.account;
    decision.entries.push(next.entry);
  }
  return decision;
}

const booking = (causeId: string, day: number, units = 1, serviceId = facial): Appointment & { units: number } => ({
  causeId,
  kind: 'visits',
  serviceId,
  forDay: addDays(start, day),
  units,
});

const keepAll = (account: CreditAccount, bookings: readonly (Appointment & { units: number })[], today = start) =>
  bookings.reduce((now, asked) => keepCredit(now, asked, on(today, asked.causeId)).account, account);

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

/**
 * How much of each bucket is used if as much as possible is, of what expires first: unit by unit, by augmenting paths over
 * the appointments. Another way than the one of the code, which goes on from what is kept already.
 */
function bestUse(buckets: readonly Bucket[], appointments: readonly (Appointment & { units: number })[]): number[] {
  const wanted = appointments.flatMap((each) => Array.from({ length: each.units }, () => each));
  const servedBy = new Map<number, number>();
  const units = buckets.flatMap((bucket, b) =>
    Array.from({ length: bucket.available + heldIn(bucket) }, () => ({ bucket, b })),
  );
  const used = buckets.map(() => 0);
  const isFor = ({ serviceIds, grantedOn, expiresOn = '9999-12-31' }: Bucket, { serviceId, forDay }: Appointment) =>
    serviceIds.includes(serviceId) && grantedOn <= forDay && forDay <= expiresOn;
  const serve = (unit: number, seen: Set<number>): boolean =>
    wanted.some((appointment, a) => {
      const bucket = units[unit]?.bucket;
      if (bucket === undefined || seen.has(a) || !isFor(bucket, appointment)) return false;
      seen.add(a);
      const other = servedBy.get(a);
      if (other !== undefined && !serve(other, seen)) return false;
      servedBy.set(a, unit);
      return true;
    });
  for (const [unit, { b }] of units.entries()) if (serve(unit, new Set())) used[b] = (used[b] ?? 0) + 1;
  return used;
}

const heldOf = (account: CreditAccount): number[] => account.buckets.toSorted(byUse).map(heldIn);

const services = fc.constantFrom([facial], [massage], [facial, massage]);
const given: fc.Arbitrary<Given> = fc.record({
  from: fc.nat(20),
  lasts: fc.option(fc.nat(25), { freq: 4 }),
  units: fc.integer({ min: 1, max: 3 }),
  services,
});
const asked = fc.record({
  day: fc.nat(40),
  units: fc.integer({ min: 1, max: 3 }),
  serviceId: fc.constantFrom(facial, massage),
});

// Rule C4; features §5 “hold re-assignment”
describe('keeping credits for appointments', () => {
  test('an appointment is never refused because of the order of booking', () => {
    const { account } = accountWith([
      { from: 0, lasts: 30, units: 1, services: [facial] },
      { from: 14, lasts: 31, units: 1, services: [facial] },
    ]);
    const late = keepAll(account, [booking('late', 20)]);
    expect(heldOf(late)).toEqual([1, 0]);
    const both = keepCredit(late, booking('early', 5), on(start, 'early'));
    expect(heldOf(both.account)).toEqual([1, 1]);
    expect(both.entries.map(({ kind, causeId }) => [kind, causeId])).toEqual([
      ['RELEASE', 'late'],
      ['HOLD', 'early'],
      ['HOLD', 'late'],
    ]);
    expect(codeOf(() => keepCredit(both.account, booking('third', 20), on(start)))).toBe('insufficient_credit');
  });

  test('whatever can be kept is kept, of what expires first, in every order of booking and of cancelling', () => {
    let kept = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(given, { minLength: 1, maxLength: 5 }),
        fc.array(asked, { minLength: 1, maxLength: 7 }),
        fc.array(fc.nat(3), { maxLength: 4 }),
        (grants, wishes, cancelled) => {
          let { account } = accountWith(grants);
          const booked: (Appointment & { units: number })[] = [];
          const order = account.buckets.toSorted(byUse);
          const expectBest = () => expect(heldOf(account)).toEqual(bestUse(order, booked));
          for (const [n, { day, units, serviceId }] of wishes.entries()) {
            const wish = booking(`booking ${n}`, day, units, serviceId);
            const total = [...booked, wish].reduce((sum, each) => sum + each.units, 0);
            const possible = bestUse(order, [...booked, wish]).reduce((sum, each) => sum + each, 0);
            const answer = codeOf(() => {
              account = keepCredit(account, wish, on(start, wish.causeId)).account;
            });
            expect(answer === 'done').toBe(possible === total);
            if (answer === 'done') booked.push(wish);
            expectBest();
            if (answer === 'done') kept += 1;
            else refused += 1;
          }
          for (const pick of cancelled) {
            const [gone] = booked.splice(pick, 1);
            if (!gone) continue;
            account = releaseCredit(account, { causeId: gone.causeId, by: 'member' }, on(start)).account;
            expectBest();
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(Math.min(kept, refused)).toBeGreaterThan(50);
  });

  test('a booking that is cancelled frees what expires first for as many others as can use it', () => {
    const { account } = accountWith([
      { from: 0, lasts: 10, units: 2, services: [facial] },
      { from: 0, lasts: 20, units: 2, services: [facial] },
    ]);
    const kept = keepAll(account, [booking('two', 5, 2), booking('one', 6), booking('other', 7)]);
    expect(heldOf(kept)).toEqual([2, 2]);
    const freed = releaseCredit(kept, { causeId: 'two', by: 'member' }, on(start));
    expect(heldOf(freed.account)).toEqual([2, 0]);
  });

  test('what is kept cannot be used at the desk or expire, and its last day does not matter once it is kept', () => {
    const { account } = accountWith([{ from: 0, lasts: 10, units: 2, services: [facial] }]);
    const kept = keepAll(account, [booking('cut', 10)]);
    const atDesk = (units: number) => () => redeem(kept, { kind: 'visits', serviceId: facial, units }, on(start));
    expect(codeOf(atDesk(2))).toBe('insufficient_credit');
    expect(codeOf(atDesk(1))).toBe('done');
    const after = expire(kept, on(addDays(start, 11)));
    expect(after.entries).toMatchObject([{ kind: 'EXPIRE', units: 1 }]);
    const used = consumeHold(after.account, { causeId: 'cut', usedAt: 'loc_1' }, on(addDays(start, 12)));
    expect(used.entries).toMatchObject([
      { kind: 'CONSUME', units: 1, causeId: 'cut', usedAt: 'loc_1', serviceId: facial },
    ]);
    expect(keptIn(used.account)).toEqual([]);
  });

  test('a refusal says why: not included, expired by then, on hold, or too few', () => {
    const { account } = accountWith([{ from: 0, lasts: 10, units: 1, services: [facial] }]);
    const refusal = (asked: Appointment & { units: number }, of = account) =>
      codeOf(() => keepCredit(of, asked, on(start)));
    expect(refusal(booking('a', 5, 1, massage))).toBe('service_not_covered');
    expect(refusal(booking('a', 11))).toBe('credit_expired');
    expect(refusal(booking('a', 5, 2))).toBe('insufficient_credit');
    const frozen = { ...account, buckets: account.buckets.map((bucket) => ({ ...bucket, frozen: true })) };
    expect(refusal(booking('a', 5), frozen)).toBe('credit_frozen');
    // An appointment is kept once.
    expect(refusal(booking('a', 5), keepAll(account, [booking('a', 5)]))).toBe('conflicting_change');
    const none = { causeId: 'nothing' };
    expect(codeOf(() => consumeHold(account, none, on(start)))).toBe('not_found');
    expect(codeOf(() => releaseCredit(account, { ...none, by: 'salon' }, on(start)))).toBe('not_found');
    expect(codeOf(() => forfeitHold(account, { ...none, reason: 'no_show' }, on(start)))).toBe('not_found');
  });
});

// Rule C7
describe('when an appointment does not take place', () => {
  const { account } = accountWith([{ from: 0, lasts: 10, units: 1, services: [facial] }]);
  const kept = keepAll(account, [booking('cut', 9)]);
  const today = addDays(start, 8);

  test('cancelled in time, the credit is back as it was; by the salon, it can be used for 14 more days', () => {
    const inTime = releaseCredit(kept, { causeId: 'cut', by: 'member' }, on(today)).account;
    expect(inTime.buckets).toEqual(account.buckets);
    const bySalon = releaseCredit(kept, { causeId: 'cut', by: 'salon' }, on(today)).account;
    expect(bySalon.buckets).toEqual([{ ...account.buckets[0], expiresOn: addDays(today, 14) }]);
  });

  test.each(['cancelled_late', 'no_show'] as const)(
    '%s: the credit is used up, and a waiver gives it back',
    (reason) => {
      const forfeited = forfeitHold(kept, { causeId: 'cut', reason }, on(today));
      expect(forfeited.account.buckets).toMatchObject([{ available: 0 }]);
      expect(forfeited.account.buckets[0]?.holds).toBeUndefined();
      const waived = undoRedemption(forfeited.account, forfeited.entries[0] as Entry, on(addDays(start, 20)));
      expect(waived.account.buckets).toMatchObject([{ available: 1, expiresOn: addDays(start, 34) }]);
    },
  );
});

test('in any life of bookings every invariant holds, and the entries give the account (rule C2)', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('keep' as const), asked }) },
    fc.record({
      do: fc.constantFrom('consume' as const, 'member' as const, 'salon' as const, 'no_show' as const),
      pick: fc.nat(9),
    }),
    fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 9 }) }),
  );
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 5 }), fc.array(step, { maxLength: 25 }), (grants, steps) => {
      let { account, entries } = accountWith(grants);
      let today = start;
      const decide = (taken: (typeof steps)[number], n: number): CreditDecision => {
        if (taken.do === 'pass') {
          today = addDays(today, taken.days);
          return expire(account, on(today));
        }
        if (taken.do === 'keep') {
          const { day, units, serviceId } = taken.asked;
          const wish = { ...booking(`booking ${n}`, 0, units, serviceId), forDay: addDays(today, day) };
          return keepCredit(account, wish, on(today, wish.causeId));
        }
        const kept = keptIn(account);
        const causeId = kept[taken.pick % Math.max(kept.length, 1)]?.hold.causeId ?? 'nothing';
        if (taken.do === 'consume') return consumeHold(account, { causeId }, on(today));
        if (taken.do === 'no_show') return forfeitHold(account, { causeId, reason: 'no_show' }, on(today));
        return releaseCredit(account, { causeId, by: taken.do }, on(today));
      };
      for (const [n, taken] of steps.entries()) {
        try {
          const decision = decide(taken, n);
          account = decision.account;
          entries = [...entries, ...decision.entries];
          if (decision.entries.length > 0) seen.set(taken.do, (seen.get(taken.do) ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      expect(creditFindings({ memberId, entries, stored: account, invoices: [], counterparts: new Map() })).toEqual([]);
      expect(replay(memberId, entries)).toEqual(account);
    }),
    { numRuns: 150 },
  );
  expect([...seen.keys()].sort()).toEqual(['consume', 'keep', 'member', 'no_show', 'pass', 'salon']);
});
