import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditGroups } from '../../functions/views/credit-view.ts';
import { newBusiness } from '../../shared/domain/business.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { type CreditAccount, type Entry, emptyAccount, isResting } from '../../shared/domain/credit-account.ts';
import { append } from '../../shared/domain/credit-chain.ts';
import type { CreditDecision, Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { freezeGrants, thawGrants } from '../../shared/domain/credit-freeze.ts';
import { adjust, grantByHand } from '../../shared/domain/credit-grant.ts';
import { consumeHold, forfeitHold, keepCredit, releaseCredit } from '../../shared/domain/credit-hold.ts';
import { restCredits, wakeCredits } from '../../shared/domain/credit-rest.ts';
import { redeem, undoRedemption } from '../../shared/domain/credit-use.ts';
import { keptIn } from '../../shared/domain/kept-credits.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type Statement, statementsOf } from '../../shared/domain/statement.ts';
import { groupKeyOf } from '../../shared/domain/statement-moves.ts';
import { newestPart, runningAfter } from '../../shared/domain/statement-part.ts';
import { accountOf, byHand, entryOn, facial, memberId, membershipId, twoMonths } from '../support/credit-histories.ts';

const planId = 'pln_00000000000000000000000001';
const massage = 'svc_00000000000000000000000002';
const { policies } = newBusiness({
  slug: 'aurora',
  name: 'Aurora',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'en-GB',
  contact: { email: 'a@b.example' },
});
const sumOf = ({ opening, moves }: Statement) => moves.reduce((sum, { units }) => sum + units, opening.units);

/** What the first screen shows for each number, and nothing for the ones that it does not. */
const shown = (account: CreditAccount, today: string) =>
  new Map(creditGroups(account, today, policies).map((group) => [groupKeyOf(group), group.available]));

function expectToAddUp(account: CreditAccount, entries: readonly Entry[], today: string): void {
  const numbers = shown(account, today);
  const statements = statementsOf(account, entries, today);
  for (const statement of statements) {
    expect(sumOf(statement)).toBe(numbers.get(groupKeyOf(statement)) ?? 0);
    expect(sumOf(statement)).toBe(statement.balance);
    for (const { units } of statement.moves) expect(units).not.toBe(0);
    // Nothing that people read is below zero at any time, and days go forward.
    for (const left of [statement.opening.units, ...runningAfter(statement)]) expect(left).toBeGreaterThanOrEqual(0);
    expect(statement.moves.map(({ on }) => on)).toEqual([...statement.moves.map(({ on }) => on)].sort());
    if (entries.length === account.head.sequence) expect(statement.opening).toEqual({ units: 0 });
    const part = newestPart(statement, 3);
    expect(sumOf(part)).toBe(statement.balance);
    expect(part.opening.units).toBeGreaterThanOrEqual(0);
  }
  const told = new Set(statements.map(groupKeyOf));
  for (const key of numbers.keys()) expect(told).toContain(key);
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('grant' as const),
    units: fc.integer({ min: 1, max: 9 }),
    days: fc.nat(40),
    later: fc.nat(5),
    both: fc.boolean(),
    ours: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('redeem' as const), units: fc.integer({ min: 1, max: 4 }), what: fc.nat(1) }),
  fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(20) }),
  fc.record({ kind: fc.constant('adjust' as const), pick: fc.nat(8), to: fc.nat(9) }),
  fc.record({
    kind: fc.constant('book' as const),
    units: fc.integer({ min: 1, max: 3 }),
    what: fc.nat(1),
    days: fc.nat(12),
  }),
  fc.record({
    kind: fc.constant('endBooking' as const),
    pick: fc.nat(8),
    how: fc.constantFrom(
      'used' as const,
      'member' as const,
      'salon' as const,
      'cancelled_late' as const,
      'no_show' as const,
    ),
  }),
  fc.record({ kind: fc.constant('freeze' as const), pick: fc.nat(8) }),
  fc.record({ kind: fc.constant('thaw' as const), pick: fc.nat(8) }),
  fc.record({
    kind: fc.constant('pause' as const),
    days: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  }),
  fc.constant({ kind: 'resume' as const }),
  fc.constant({ kind: 'expire' as const }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.nat(20) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One step of a client's life; what is refused is left out. */
function after(account: CreditAccount, taken: Step, entries: readonly Entry[], on: Occasion): CreditDecision {
  const bucket = account.buckets['pick' in taken ? taken.pick % Math.max(account.buckets.length, 1) : 0];
  const one = (draft: Parameters<typeof append>[1]): CreditDecision => {
    const { account: next, entry } = append(account, draft);
    return { account: next, entries: [entry] };
  };
  const nothing: CreditDecision = { account, entries: [] };
  switch (taken.kind) {
    case 'grant': {
      const bucketId = `bkt_${String(account.head.sequence).padStart(26, '0')}`;
      const { units, days, later, both } = taken;
      const expiresOn = addDays(on.today, days + later);
      if (later > 0) {
        const opens = {
          kind: 'visits' as const,
          serviceIds: [facial],
          grantedOn: addDays(on.today, later),
          expiresOn,
          source: { kind: 'staff' as const },
        };
        return one(entryOn(on.today, 'GRANT', bucketId, units, { opens }));
      }
      const serviceIds = both ? [massage, facial] : [facial];
      if (taken.ours) {
        const source = { kind: 'membership' as const, membershipId, planId, periodIndex: account.head.sequence };
        const opens = { kind: 'visits' as const, serviceIds, grantedOn: on.today, expiresOn, source };
        return one(entryOn(on.today, 'GRANT', bucketId, units, { opens }));
      }
      return grantByHand(account, { kind: 'visits', serviceIds, units, bucketId, expiresOn, reason: 'goodwill' }, on);
    }
    case 'redeem': {
      const serviceId = taken.what === 0 ? facial : massage;
      return redeem(account, { kind: 'visits', serviceId, units: taken.units }, on);
    }
    case 'undo': {
      const used = entries.filter(({ kind }) => kind === 'CONSUME');
      const picked = used[taken.pick % Math.max(used.length, 1)];
      return picked ? undoRedemption(account, picked, on) : nothing;
    }
    case 'adjust':
      return bucket
        ? adjust(account, { bucketId: bucket.bucketId, available: taken.to, reason: 'goodwill' }, on)
        : nothing;
    case 'book': {
      const serviceId = taken.what === 0 ? facial : massage;
      const { causeId } = on;
      const appointment = { causeId, kind: 'visits' as const, serviceId, forDay: addDays(on.today, taken.days) };
      return keepCredit(account, { ...appointment, units: taken.units }, on);
    }
    case 'endBooking': {
      const kept = keptIn(account);
      const causeId = kept[taken.pick % Math.max(kept.length, 1)]?.hold.causeId ?? '';
      if (taken.how === 'used') return consumeHold(account, { causeId }, on);
      if (taken.how === 'member' || taken.how === 'salon')
        return releaseCredit(account, { causeId, by: taken.how }, on);
      return forfeitHold(account, { causeId, reason: taken.how }, on);
    }
    case 'freeze':
      return bucket ? freezeGrants(account, [bucket], on) : nothing;
    case 'thaw':
      return bucket ? thawGrants(account, [bucket], on) : nothing;
    case 'pause': {
      const until = taken.days === undefined ? {} : { until: addDays(on.today, taken.days) };
      const running = account.buckets.find((candidate) => isResting(candidate, on.today))?.rests;
      const known = account.buckets.some(({ rests }) => rests !== undefined);
      return known && running === undefined
        ? nothing
        : restCredits(account, membershipId, { from: running?.from ?? on.today, ...until }, on);
    }
    case 'resume': {
      const { until = on.today } = account.buckets.find(({ rests }) => rests !== undefined)?.rests ?? {};
      return wakeCredits(account, membershipId, until < on.today ? until : on.today, on);
    }
    case 'expire':
      return expire(account, on);
    case 'wait':
      return nothing;
    default:
      return taken satisfies never;
  }
}

// 000-012; features §1 “Why is my balance 2?”
describe('every number is exactly what its explanation adds up to', () => {
  test('whatever happened, on every day, with all of the history or only the newest part of it', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), fc.nat(60), (later, window) => {
        const steps: Step[] = [{ kind: 'grant', units: 9, days: 40, later: 0, both: true, ours: true }, ...later];
        let account = emptyAccount(memberId);
        let today = '2026-03-01';
        const entries: Entry[] = [];
        for (const taken of steps) {
          if (taken.kind === 'wait') today = addDays(today, taken.days);
          const at = Date.parse(`${today}T12:00:00Z`);
          const on: Occasion = { actor: { kind: 'operator' }, causeId: `step ${entries.length}`, today, at };
          try {
            const decision = after(account, taken, entries, on);
            account = decision.account;
            entries.push(...decision.entries);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          expectToAddUp(account, entries, today);
        }
        for (const days of [0, 1, 15, 60]) {
          expectToAddUp(account, entries, addDays(today, days));
          if (window > 0) expectToAddUp(account, entries.slice(-window), addDays(today, days));
        }
        told += entries.length;
      }),
      { numRuns: 50 },
    );
    expect(told).toBeGreaterThan(300);
  });

  test('every kind of entry is told, after each of them', () => {
    const { entries } = accountOf(twoMonths);
    for (const [at, { on }] of entries.entries()) {
      const { account } = accountOf(twoMonths.slice(0, at + 1));
      expectToAddUp(account, entries.slice(0, at + 1), on);
      for (let from = 1; from <= at; from += 1) expectToAddUp(account, entries.slice(from, at + 1), on);
    }
  });
});

describe('a statement reads as people would tell it', () => {
  const months = (today: string) => {
    const { account, entries } = accountOf(twoMonths);
    const [statement] = statementsOf(account, entries, today);
    if (!statement) throw new Error('there is one');
    return statement;
  };

  test('what was kept for an appointment is told once, on the day on which it was used', () => {
    const march = months('2026-04-11').moves.filter(({ on }) => on <= '2026-04-01');
    expect(march.map(({ on, cause, units }) => [on, cause, units])).toEqual([
      ['2026-03-01', 'came_with_plan', 3],
      ['2026-03-02', 'used', -1],
      ['2026-03-02', 'given_back', 1],
      ['2026-03-20', 'used', -2],
      ['2026-04-01', 'expired', -1],
      ['2026-04-01', 'came_with_plan', 4],
    ]);
  });

  // Rules C4, C7
  test('an appointment is one line, whichever credit stands for it, and says what became of it', () => {
    const on = (today: string, causeId: string): Occasion => ({ actor: { kind: 'operator' }, causeId, today, at: 0 });
    const { account: march, entries } = accountOf(twoMonths.slice(0, 1));
    const more = grantByHand(
      march,
      { kind: 'visits', serviceIds: [facial], units: 1, bucketId: byHand, expiresOn: '2026-03-12', reason: 'goodwill' },
      on('2026-03-01', 'gift'),
    );
    const keep = (account: CreditAccount, causeId: string, forDay: string) =>
      keepCredit(account, { causeId, kind: 'visits', serviceId: facial, forDay, units: 1 }, on('2026-03-02', causeId));
    const early = keep(more.account, 'first', '2026-03-10');
    const late = keep(early.account, 'second', '2026-03-11');
    const freed = releaseCredit(late.account, { causeId: 'first', by: 'member' }, on('2026-03-03', 'first'));
    // The gift that expires first takes over for the second appointment.
    expect(freed.entries.map(({ kind }) => kind)).toEqual(['RELEASE', 'RELEASE', 'HOLD']);
    const missed = forfeitHold(freed.account, { causeId: 'second', reason: 'no_show' }, on('2026-03-11', 'desk'));
    const waived = undoRedemption(missed.account, missed.entries[0] as Entry, on('2026-03-20', 'undo'));
    const all = [entries, ...[more, early, late, freed, missed, waived].map((each) => each.entries)].flat();
    expectToAddUp(waived.account, all, '2026-03-20');
    const [told] = statementsOf(waived.account, all, '2026-03-20');
    expect(told?.moves.map(({ on: day, cause, units, forDay }) => [day, cause, units, forDay])).toEqual([
      ['2026-03-01', 'came_with_plan', 3, undefined],
      ['2026-03-01', 'given_by_salon', 1, undefined],
      ['2026-03-02', 'held', -1, '2026-03-10'],
      ['2026-03-03', 'released', 1, undefined],
      ['2026-03-11', 'no_show', -1, '2026-03-11'],
      ['2026-03-20', 'given_back', 1, undefined],
    ]);
  });

  // Rule T7: expiry is a comparison
  test('what is past its last day is a minus on the day after, before anything was written', () => {
    const { account, entries } = accountOf(twoMonths.slice(0, 1));
    expect(statementsOf(account, entries, '2026-03-31')[0]).toMatchObject({ balance: 3 });
    expect(statementsOf(account, entries, '2026-04-01')[0]).toMatchObject({
      balance: 0,
      moves: [{ units: 3 }, { on: '2026-04-01', units: -3, cause: 'expired', until: '2026-03-31' }],
    });
  });

  // Rule P3: a pause and a payment that is being checked are two things
  test('what rests in a pause is said to rest for the pause, and to come back with its later last day', () => {
    const { account, entries } = accountOf(twoMonths.slice(0, 1));
    const on = (today: string): Occasion => ({ actor: { kind: 'operator' }, causeId: 'pause', today, at: 0 });
    const rests = { from: '2026-03-10', until: '2026-03-20' };
    const resting = restCredits(account, membershipId, rests, on('2026-03-10'));
    const told = (today: string, more: readonly Entry[] = [], now = resting.account) =>
      statementsOf(now, [...entries, ...resting.entries, ...more], today)[0]?.moves.slice(1);
    const said = [
      { on: '2026-03-10', units: -3, cause: 'rests', until: '2026-04-10' },
      { on: '2026-03-20', units: 3, cause: 'resumed', until: '2026-04-10' },
    ];
    expect(told('2026-03-15')).toMatchObject(said.slice(0, 1));
    // Whether or not the books know that the pause is over.
    expect(told('2026-03-21')).toMatchObject(said);
    const woken = wakeCredits(resting.account, membershipId, rests.until, on('2026-03-20'));
    expect(told('2026-03-21', woken.entries, woken.account)).toMatchObject(said);
    const early = wakeCredits(resting.account, membershipId, '2026-03-15', on('2026-03-15'));
    expect(told('2026-03-21', early.entries, early.account)).toMatchObject([
      said[0],
      { on: '2026-03-15', units: 3, cause: 'resumed', until: '2026-04-05' },
    ]);
  });

  test('it begins where nothing was left, so that last month’s visits do not crowd this month’s', () => {
    const part = newestPart(months('2026-04-05'), 20);
    expect(part.opening).toEqual({ units: 0, before: '2026-04-01' });
    expect(part.moves[0]).toMatchObject({ on: '2026-04-01', cause: 'came_with_plan', units: 4 });
  });

  test('a longer one begins with what there was, before a whole day', () => {
    const all = months('2026-04-11');
    const part = newestPart(all, 2);
    expect(part.opening.units).toBeGreaterThan(0);
    expect(part.moves.length).toBeGreaterThanOrEqual(2);
    expect(all.moves.filter(({ on }) => on >= (part.opening.before ?? ''))).toEqual(part.moves);
  });

  test('credits of two buckets that are used at once are one line', () => {
    const { account, entries } = accountOf([
      entryOn('2026-03-01', 'GRANT', 'bkt_00000000000000000000000001', 1, {
        opens: { kind: 'visits', serviceIds: [facial], grantedOn: '2026-03-01', source: { kind: 'staff' } },
      }),
      entryOn('2026-03-01', 'GRANT', 'bkt_00000000000000000000000002', 1, {
        opens: { kind: 'visits', serviceIds: [facial], grantedOn: '2026-03-01', source: { kind: 'staff' } },
      }),
    ]);
    const on: Occasion = { actor: { kind: 'operator' }, causeId: 'click', today: '2026-03-02', at: 0 };
    const used = redeem(account, { kind: 'visits', serviceId: facial, units: 2 }, on);
    const [statement] = statementsOf(used.account, [...entries, ...used.entries], '2026-03-02');
    expect(statement?.moves).toMatchObject([{ units: 2 }, { units: -2, cause: 'used', latest: true }]);
  });
});
