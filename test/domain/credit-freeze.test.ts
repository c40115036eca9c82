import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CreditAccount, type Entry, emptyAccount } from '../../shared/domain/credit-account.ts';
import { appendAll, replay } from '../../shared/domain/credit-chain.ts';
import { drafted } from '../../shared/domain/credit-decision.ts';
import { freezeGrants, takeBack, thawGrants } from '../../shared/domain/credit-freeze.ts';
import { redeem, undoRedemption } from '../../shared/domain/credit-use.ts';
import { disputed } from '../../shared/domain/dispute.ts';
import type { Invoice } from '../../shared/domain/invoice.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { memberId, membershipId, monthOf, paidInvoice, serviceId } from '../support/invoices.ts';

const occasion = { actor: { kind: 'operator' }, causeId: 'test', today: '2026-04-02', at: 1 } as const;
const invoice = paidInvoice([monthOf('Glow', 8900)], 'USD');
const ownBucket = `${membershipId}.2.facials`;
const otherBucket = 'bkt_01JB0000000000000000000000';

/** Two visits that came with the invoice, and one that staff gave. */
const opened = appendAll(
  emptyAccount(memberId),
  [ownBucket, otherBucket].map((bucketId, index) => ({
    ...drafted('GRANT', bucketId, 2 - index, 'test', occasion),
    opens: {
      kind: 'visits' as const,
      serviceIds: [serviceId],
      grantedOn: '2026-03-31',
      expiresOn: index === 0 ? '2026-04-29' : '2026-12-31',
      source: { kind: 'staff' as const },
    },
  })),
);
const use = (account: CreditAccount, units: number) => redeem(account, { kind: 'visits', serviceId, units }, occasion);
const bucket = (account: CreditAccount, id = ownBucket) => account.buckets.find(({ bucketId }) => bucketId === id);

describe('credits of a payment that the client disputes at the bank (rule C8)', () => {
  test('rest while the bank looks into it; what came otherwise stays usable', () => {
    const { account, entries } = freezeGrants(opened.account, invoice.grants, occasion);
    expect(entries).toMatchObject([{ kind: 'FREEZE', bucketId: ownBucket, units: 2 }]);
    expect(bucket(account)).toMatchObject({ available: 2, frozen: true });
    expect(use(account, 1).entries).toMatchObject([{ bucketId: otherBucket }]);
    expect(() => use(account, 2)).toThrow(Refusal);
  });

  test('are usable again when the salon wins, and gone when it loses', () => {
    const { account } = freezeGrants(opened.account, invoice.grants, occasion);
    expect(use(thawGrants(account, invoice.grants, occasion).account, 3).entries).toHaveLength(2);
    expect(bucket(takeBack(account, invoice.grants, 'dispute_lost', occasion).account)?.available).toBe(0);
  });

  test('a visit undone after the dispute was won is usable, though nothing was left when it was', () => {
    const used = use(opened.account, 1);
    const frozen = freezeGrants(used.account, invoice.grants, occasion).account;
    const empty = takeBack(frozen, invoice.grants, 'refunded', occasion).account;
    const thawed = thawGrants(empty, invoice.grants, occasion).account;
    const [entry] = used.entries;
    if (!entry) throw new Error('nothing was used');
    expect(use(undoRedemption(thawed, entry, occasion).account, 2).entries[0]?.bucketId).toBe(ownBucket);
  });

  test('twice the same report changes nothing the second time', () => {
    const { account } = freezeGrants(opened.account, invoice.grants, occasion);
    expect(freezeGrants(account, invoice.grants, occasion).entries).toEqual([]);
    expect(thawGrants(opened.account, invoice.grants, occasion).entries).toEqual([]);
  });
});

test('what staff added to the credits of a payment is not taken back with it', () => {
  const more = appendAll(opened.account, [drafted('ADJUST', ownBucket, 3, 'goodwill', occasion)]).account;
  expect(bucket(takeBack(more, invoice.grants, 'refunded', occasion).account)?.available).toBe(3);
});

describe('reports of a dispute', () => {
  const report = fc.constantFrom('open' as const, 'won' as const, 'lost' as const);
  const take = (reports: readonly ('open' | 'won' | 'lost')[]) => {
    let now: { invoice: Invoice; account: CreditAccount } = { invoice, account: opened.account };
    const entries: Entry[] = [...opened.entries];
    const states: string[] = [];
    for (const state of reports) {
      const step = disputed(now.invoice, now.account, { disputeId: 'dp_1', state }, occasion);
      if (step === undefined) continue;
      entries.push(...step.credits.entries);
      now = { invoice: step.invoice, account: step.credits.account };
      states.push(state);
    }
    return { ...now, entries, states };
  };

  test('in any order and number never go back: open at most once and first, then one end', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 8 }), (reports) => {
        const { account, entries, states } = take(reports);
        expect([[], ['open'], ['won'], ['lost'], ['open', 'won'], ['open', 'lost']]).toContainEqual(states);
        expect(replay(memberId, entries)).toEqual(account);
        const end = states.at(-1);
        expect(bucket(account)?.available).toBe(end === 'lost' ? 0 : 2);
        expect(bucket(account)?.frozen ?? false).toBe(end === 'open' || (end === 'lost' && states.length === 2));
        expect(bucket(account, otherBucket)).toEqual(bucket(opened.account, otherBucket));
      }),
    );
  });

  test('a second dispute can follow one that was won, and none follows one that was lost', () => {
    const decided = (state: 'won' | 'lost') => take(['open', state]);
    const second = { disputeId: 'dp_2', state: 'open' } as const;
    expect(disputed(decided('won').invoice, decided('won').account, second, occasion)?.credits.entries).toHaveLength(1);
    expect(disputed(decided('lost').invoice, decided('lost').account, second, occasion)).toBeUndefined();
  });
});
