import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryView } from '../../functions/views/credit-view.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { type CreditAccount, type Entry, emptyAccount, isExpired } from '../../shared/domain/credit-account.ts';
import { append, apply, replay } from '../../shared/domain/credit-chain.ts';
import type { CreditDecision, Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { adjust, grantByHand } from '../../shared/domain/credit-grant.ts';
import { redeem, undoRedemption } from '../../shared/domain/credit-use.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

const memberId = 'mbr_00000000000000000000000001';
const facial = 'svc_00000000000000000000000001';
const massage = 'svc_00000000000000000000000002';
const start = '2026-03-01';
const bucketNamed = (n: number) => `bkt_${String(n).padStart(26, '0')}`;
const on = (today: string, causeId = 'cause'): Occasion => ({
  actor: { kind: 'staff', staffId: 'stf_00000000000000000000000001' },
  causeId,
  today,
  at: Date.parse(`${today}T12:00:00Z`),
});

function withGrants(...grants: { units: number; expiresOn?: string; serviceIds?: string[] }[]): CreditAccount {
  return grants.reduce(
    (account, grant, n) =>
      grantByHand(
        account,
        { kind: 'visits', serviceIds: [facial], reason: 'goodwill', bucketId: bucketNamed(n), ...grant },
        on(start),
      ).account,
    emptyAccount(memberId),
  );
}

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('using credits', () => {
  test('the credit that expires first is used first, one without an end last (rule C3)', () => {
    const account = withGrants(
      { units: 1 },
      { units: 1, expiresOn: '2026-06-30' },
      { units: 1, expiresOn: '2026-03-31' },
    );
    const { entries } = redeem(account, { kind: 'visits', serviceId: facial, units: 3 }, on(start));
    expect(entries.map((entry) => entry.bucketId)).toEqual([bucketNamed(2), bucketNamed(1), bucketNamed(0)]);
  });

  test('of a membership that rests none can be used, those given by hand can (rules G3, G6)', () => {
    const source = { kind: 'membership', membershipId: 'msh_1', planId: 'pln_1', periodIndex: 0 } as const;
    const given = withGrants({ units: 1, expiresOn: '2026-03-31' }, { units: 1, expiresOn: '2026-06-30' });
    const [first, ...others] = given.buckets;
    if (!first) throw new Error('there is one');
    const account = { ...given, buckets: [{ ...first, source }, ...others] };
    const use = (units: number, resting: string[]) => () =>
      redeem(account, { kind: 'visits', serviceId: facial, units, resting: new Set(resting) }, on(start));
    expect(use(1, ['msh_1'])().entries).toMatchObject([{ bucketId: bucketNamed(1) }]);
    expect(codeOf(use(2, ['msh_1']))).toBe('insufficient_credit');
    expect(codeOf(use(2, ['msh_2']))).toBe('done');
    const byHandGone = { ...account, buckets: account.buckets.slice(0, 1) };
    expect(
      codeOf(() =>
        redeem(byHandGone, { kind: 'visits', serviceId: facial, units: 1, resting: new Set(['msh_1']) }, on(start)),
      ),
    ).toBe('credit_frozen');
  });

  test('a credit for one service only is used before one that covers several', () => {
    const account = withGrants(
      { units: 1, expiresOn: '2026-03-31', serviceIds: [facial, massage] },
      { units: 1, expiresOn: '2026-03-31' },
    );
    const { entries } = redeem(account, { kind: 'visits', serviceId: facial, units: 1 }, on(start));
    expect(entries[0]?.bucketId).toBe(bucketNamed(1));
  });

  test('a credit can be used on its last day and not on the day after (rule T7)', () => {
    const account = withGrants({ units: 1, expiresOn: '2026-03-31' });
    const use = (day: string) =>
      codeOf(() => redeem(account, { kind: 'visits', serviceId: facial, units: 1 }, on(day)));
    expect(use('2026-03-31')).toBe('done');
    expect(use('2026-04-01')).toBe('credit_expired');
  });

  test.each([
    ['a service that no credit covers', massage, 1, 'service_not_covered'],
    ['more than there is', facial, 3, 'insufficient_credit'],
  ])('%s is refused and nothing is taken', (_, serviceId, units, code) => {
    const account = withGrants({ units: 2, expiresOn: '2026-03-31' });
    expect(codeOf(() => redeem(account, { kind: 'visits', serviceId, units }, on(start)))).toBe(code);
  });

  test('a used credit that is given back after its last day can be used for two more weeks (rule C7)', () => {
    const account = withGrants({ units: 1, expiresOn: '2026-03-31' });
    const used = redeem(account, { kind: 'visits', serviceId: facial, units: 1 }, on('2026-03-30'));
    const back = undoRedemption(used.account, used.entries[0] as Entry, on('2026-04-03'));
    expect(back.account.buckets[0]).toMatchObject({ available: 1, expiresOn: '2026-04-17' });
  });

  test('expiry writes off what is left, once', () => {
    const account = withGrants({ units: 2, expiresOn: '2026-03-31' }, { units: 1 });
    const first = expire(account, on('2026-04-01'));
    expect(first.entries).toMatchObject([{ kind: 'EXPIRE', units: 2, bucketId: bucketNamed(0) }]);
    expect(expire(first.account, on('2026-04-02')).entries).toEqual([]);
  });
});

describe('the history of an account', () => {
  type Step =
    | { kind: 'grant'; units: number; days: number }
    | { kind: 'redeem'; units: number }
    | { kind: 'undo'; pick: number }
    | { kind: 'adjust'; pick: number; to: number }
    | { kind: 'expire' }
    | { kind: 'wait'; days: number };

  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('grant' as const), units: fc.integer({ min: 1, max: 9 }), days: fc.nat(40) }),
    fc.record({ kind: fc.constant('redeem' as const), units: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(20) }),
    fc.record({ kind: fc.constant('adjust' as const), pick: fc.nat(8), to: fc.nat(9) }),
    fc.constant({ kind: 'expire' as const }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.nat(20) }),
  );

  test('whatever happens: never below zero, nothing used after its day, and the entries add up to the balance', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let account = emptyAccount(memberId);
        let today = start;
        const entries: Entry[] = [];
        const undone = new Set<number>();
        steps.forEach((next, n) => {
          if (next.kind === 'wait') {
            today = addDays(today, next.days);
            return;
          }
          const before = account;
          try {
            const decision = decide(next, account, entries, undone, today, n);
            if (!decision) return;
            account = decision.account;
            for (const entry of decision.entries) {
              entries.push(entry);
              const bucket = before.buckets.find((candidate) => candidate.bucketId === entry.bucketId);
              // Invariant C2.7
              if (entry.kind === 'CONSUME') expect(bucket && isExpired(bucket, today)).toBe(false);
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            expect(account).toBe(before);
          }
          // Invariants C2.1, C2.2
          for (const bucket of account.buckets) {
            const sum = entries
              .filter((entry) => entry.bucketId === bucket.bucketId)
              .reduce((total, entry) => total + (['CONSUME', 'EXPIRE'].includes(entry.kind) ? -1 : 1) * entry.units, 0);
            expect(bucket.available).toBe(sum);
            expect(bucket.available).toBeGreaterThanOrEqual(0);
          }
        });
        // Invariant C2.10
        expect(replay(memberId, entries)).toEqual(account);
      }),
      { numRuns: 300 },
    );
  });

  function decide(
    next: Exclude<Step, { kind: 'wait' }>,
    account: CreditAccount,
    entries: readonly Entry[],
    undone: Set<number>,
    today: string,
    n: number,
  ): CreditDecision | undefined {
    const occasion = on(today, `step-${n}`);
    switch (next.kind) {
      case 'grant':
        return grantByHand(
          account,
          {
            bucketId: bucketNamed(n),
            kind: 'visits',
            serviceIds: [facial],
            units: next.units,
            expiresOn: addDays(today, next.days),
            reason: 'goodwill',
          },
          occasion,
        );
      case 'redeem':
        return redeem(account, { kind: 'visits', serviceId: facial, units: next.units }, occasion);
      case 'undo': {
        const used = entries.filter((entry) => entry.kind === 'CONSUME' && !undone.has(entry.sequence));
        const entry = used[next.pick % Math.max(1, used.length)];
        if (!entry) return undefined;
        undone.add(entry.sequence);
        return undoRedemption(account, entry, occasion);
      }
      case 'adjust': {
        const bucket = account.buckets[next.pick % Math.max(1, account.buckets.length)];
        if (!bucket) return undefined;
        return adjust(account, { bucketId: bucket.bucketId, available: next.to, reason: 'correction' }, occasion);
      }
      case 'expire':
        return expire(account, occasion);
    }
  }

  test('a changed, missing or swapped entry is found and named (invariant C2.9)', () => {
    const first = grantByHand(
      emptyAccount(memberId),
      { bucketId: bucketNamed(0), kind: 'visits', serviceIds: [facial], units: 3, reason: 'goodwill' },
      on(start),
    );
    const second = redeem(first.account, { kind: 'visits', serviceId: facial, units: 1 }, on(start));
    const third = redeem(second.account, { kind: 'visits', serviceId: facial, units: 1 }, on(start));
    const [a, b, c] = [...first.entries, ...second.entries, ...third.entries] as [Entry, Entry, Entry];
    expect(() => replay(memberId, [a, { ...b, units: 2 }, c])).toThrow('entry 2');
    expect(() => replay(memberId, [a, c])).toThrow('entry 3');
    expect(() => replay(memberId, [a, c, b])).toThrow('entry 3');
    expect(() => replay(memberId, [a, b, c])).not.toThrow();
  });

  test('an entry that would take a bucket below zero cannot be appended, whoever asks', () => {
    const account = withGrants({ units: 1 });
    const draft = {
      kind: 'CONSUME',
      bucketId: bucketNamed(0),
      units: 2,
      reason: { code: 'x' },
      ...occasionFields(),
    } as const;
    expect(() => append(account, draft)).toThrow('below zero');
  });

  test('the same period of a membership cannot be granted twice (invariant C2.4)', () => {
    const account = withGrants({ units: 1 });
    const again = () =>
      grantByHand(
        account,
        { bucketId: bucketNamed(0), kind: 'visits', serviceIds: [facial], units: 1, reason: 'goodwill' },
        on(start),
      );
    expect(again).toThrow('already open');
    expect(() => apply(account, {} as Entry)).toThrow();
  });

  function occasionFields() {
    const { actor, causeId, today, at } = on(start);
    return { actor, causeId, on: today, at };
  }
});

describe('an account that has lasted for years', () => {
  const grant = (account: CreditAccount, n: number) => {
    const day = addDays(start, n * 30);
    const terms = { kind: 'visits', serviceIds: [facial], units: 2, reason: 'goodwill' } as const;
    const expiresOn = addDays(day, 29);
    return grantByHand(account, { ...terms, serviceIds: [facial], bucketId: bucketNamed(n), expiresOn }, on(day));
  };

  /** Every period one visit is used; the other expires on the day after the last one. */
  function live(periods: number): { account: CreditAccount; entries: Entry[] } {
    let account = emptyAccount(memberId);
    const entries: Entry[] = [];
    const take = (decision: CreditDecision) => {
      account = decision.account;
      entries.push(...decision.entries);
    };
    for (let n = 0; n < periods; n += 1) {
      take(expire(account, on(addDays(start, n * 30))));
      take(grant(account, n));
      take(redeem(account, { kind: 'visits', serviceId: facial, units: 1 }, on(addDays(start, n * 30 + 3))));
    }
    return { account, entries };
  }

  test('holds only what can still change, and adds up from its entries all the same', () => {
    const { account, entries } = live(120);
    expect(account.buckets.map(({ bucketId }) => bucketId)).toEqual([118, 119].map(bucketNamed));
    expect(replay(memberId, entries)).toEqual(account);
  });

  test('keeps whatever is not used up, has no last day, or may still come back', () => {
    const kept = withGrants({ units: 1, expiresOn: '2026-03-31' }, { units: 1 });
    const later = grant(kept, 50).account;
    expect(later.buckets.map(({ bucketId }) => bucketId)).toEqual([0, 1, 50].map(bucketNamed));
    const used = redeem(kept, { kind: 'visits', serviceId: facial, units: 2 }, on(start)).account;
    // 28 days after March 31 is April 28.
    const idsAfter = (day: string) =>
      grantByHand(
        used,
        { kind: 'visits', serviceIds: [facial], units: 1, reason: 'goodwill', bucketId: bucketNamed(9) },
        on(day),
      ).account.buckets.map(({ bucketId }) => bucketId);
    expect(idsAfter('2026-04-28')).toEqual([0, 1, 9].map(bucketNamed));
    expect(idsAfter('2026-04-29')).toEqual([1, 9].map(bucketNamed));
  });

  test('still tells what each old line was about, and says why an old visit cannot be given back', () => {
    const { account, entries } = live(12);
    const used = entries.find(({ kind }) => kind === 'CONSUME');
    if (!used) throw new Error('there is one');
    expect(entryView(used, account)).toMatchObject({ creditKind: 'visits', serviceIds: [facial], units: -1 });
    expect(codeOf(() => undoRedemption(account, used, on(addDays(start, 360))))).toBe('credit_closed');
  });
});
