import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../shared/domain/calendar.ts';
import { type CreditAccount, type Entry, emptyAccount } from '../../shared/domain/credit-account.ts';
import { appendAll, replay } from '../../shared/domain/credit-chain.ts';
import { drafted, type Occasion } from '../../shared/domain/credit-decision.ts';
import { expire } from '../../shared/domain/credit-expiry.ts';
import { redeem } from '../../shared/domain/credit-use.ts';
import { frozenFrom, giveFrozenDaysBack, mostFrozenDays } from '../../shared/domain/frozen-days.ts';
import { memberId, membershipId, serviceId } from '../support/invoices.ts';

const on = (today: string): Occasion => ({ actor: { kind: 'operator' }, causeId: 'test', today, at: 0 });
const own = `${membershipId}.2.facials`;
const pack = 'bkt_01JB0000000000000000000000';

/** Two visits that came with the membership, with their last day, and one of a pack that staff gave. */
function credits(expiresOn: string): { account: CreditAccount; entries: Entry[] } {
  const source = {
    kind: 'membership' as const,
    membershipId,
    planId: 'pln_01JAB000000000000000000001',
    periodIndex: 2,
  };
  return appendAll(
    emptyAccount(memberId),
    [own, pack].map((bucketId, index) => ({
      ...drafted('GRANT', bucketId, 2 - index, 'test', on('2026-02-01')),
      opens: {
        kind: 'visits' as const,
        serviceIds: [serviceId],
        grantedOn: '2026-02-01',
        expiresOn,
        source: index === 0 ? source : { kind: 'staff' as const },
      },
    })),
  );
}

const givenBack = (
  account: CreditAccount,
  from: string,
  today: string,
  expired: readonly Entry[],
  clockStops = false,
) => giveFrozenDaysBack(account, { membershipId, from, expired, clockStops }, on(today));

describe('days in which credits rested for an open payment (rule G3)', () => {
  test('credits rest from the day after grace, counted from the failed try or the bill date at the desk', () => {
    const period = { index: 2, start: '2026-02-01', end: '2026-03-01' };
    const due = { since: '2026-03-01' } as never;
    expect(frozenFrom({ due, payment: 'card', period }, { graceDays: 7 }, '2026-03-08')).toBeUndefined();
    expect(frozenFrom({ due, payment: 'card', period }, { graceDays: 7 }, '2026-03-09')).toBe('2026-03-09');
    expect(frozenFrom({ payment: 'at_the_desk', period }, { graceDays: 0 }, '2026-03-05')).toBe('2026-03-02');
    expect(frozenFrom({ payment: 'card', period }, { graceDays: 0 }, '2026-03-05')).toBeUndefined();
  });

  test('what expired meanwhile comes back, for as many days longer; a pack given by hand expired by itself (rule G6)', () => {
    const start = credits('2026-03-12');
    const swept = expire(start.account, on('2026-03-13'));
    const back = givenBack(swept.account, '2026-03-09', '2026-03-15', swept.entries);
    expect(back.entries).toMatchObject([
      { kind: 'RESTORE', bucketId: own, units: 2, extendsTo: '2026-03-18', reason: { parameters: { days: 6 } } },
    ]);
    const used = redeem(back.account, { kind: 'visits', serviceId, units: 2 }, on('2026-03-18'));
    expect(used.entries).toMatchObject([{ bucketId: own, units: 2 }]);
    expect(() => redeem(back.account, { kind: 'visits', serviceId, units: 3 }, on('2026-03-15'))).toThrow();
    expect(replay(memberId, [...start.entries, ...swept.entries, ...back.entries])).toEqual(back.account);
  });

  test('before the sweep has written it off, only the last day moves', () => {
    const { account } = credits('2026-03-12');
    expect(givenBack(account, '2026-03-09', '2026-03-15', []).entries).toMatchObject([
      { kind: 'UNFREEZE', bucketId: own, units: 2, extendsTo: '2026-03-18' },
    ]);
  });

  test('what expired before it rested stays expired, and what is still good keeps its day', () => {
    const early = expire(credits('2026-03-08').account, on('2026-03-09'));
    expect(givenBack(early.account, '2026-03-09', '2026-03-15', early.entries).entries).toEqual([]);
    expect(givenBack(credits('2026-03-31').account, '2026-03-09', '2026-03-15', []).entries).toEqual([]);
  });

  test('where the owner lets the clock stop, every last day moves', () => {
    expect(givenBack(credits('2026-03-31').account, '2026-03-09', '2026-03-15', [], true).entries).toMatchObject([
      { bucketId: own, extendsTo: '2026-04-06' },
    ]);
  });

  test('never more than 30 days, never a day that has passed, and never a unit more than was lost', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.boolean(), fc.boolean(), (lastDay, paid, sweeps, clockStops) => {
        const from = '2026-03-09';
        const today = addDays(from, paid);
        const expiresOn = addDays('2026-02-20', lastDay);
        const { account } = credits(expiresOn);
        const swept = sweeps ? expire(account, on(today)) : { account, entries: [] };
        const back = givenBack(swept.account, from, today, swept.entries, clockStops);
        for (const { bucketId, extendsTo } of back.entries) {
          expect(bucketId).toBe(own);
          expect(extendsTo && extendsTo >= today).toBe(true);
          expect(daysBetween(expiresOn, extendsTo ?? '')).toBe(Math.min(paid, mostFrozenDays));
        }
        expect(back.account.buckets[0]?.available).toBeLessThanOrEqual(2);
        // Paid on time enough, nobody loses what they could not use.
        if (expiresOn >= from && expiresOn < today && paid <= mostFrozenDays) expect(back.entries).toHaveLength(1);
      }),
    );
  });
});
