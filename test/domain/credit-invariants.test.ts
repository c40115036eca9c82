import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../shared/domain/credit-account.ts';
import type { CreditBook } from '../../shared/domain/credit-book.ts';
import { balanceAt } from '../../shared/domain/credit-history.ts';
import { creditFindings, creditInvariants } from '../../shared/domain/credit-invariants.ts';
import { flowsByPlace, placeOf } from '../../shared/domain/credit-roll-forward.ts';
import type { Finding } from '../../shared/domain/ledger-finding.ts';
import {
  accountOf,
  byHand,
  entryOn,
  facial,
  memberId,
  membershipId,
  otherId,
  place,
  renewed,
  sealed,
  twoMonths,
} from '../support/credit-histories.ts';

const { account, entries } = accountOf(twoMonths);
const halves = new Map(
  entries.flatMap((entry): [number, Entry][] => {
    if (entry.counterpart === undefined) return [];
    const kind = entry.kind === 'TRANSFER_OUT' ? 'TRANSFER_IN' : 'TRANSFER_OUT';
    return [[entry.sequence, { ...entry, kind, counterpart: { memberId, sequence: entry.sequence } }]];
  }),
);
const renewal = {
  invoiceId: `${membershipId}.1`,
  state: 'paid' as const,
  grants: [{ bucketId: renewed, kind: 'visits' as const, serviceIds: [facial], units: 4 }],
};
const book: CreditBook = { memberId, entries, stored: account, invoices: [renewal], counterparts: halves };

/** The same book with its entries changed, and everything else as that leaves it. */
const with_ = (change: (drafts: typeof twoMonths) => typeof twoMonths): CreditBook => ({
  ...book,
  entries: sealed(change(twoMonths).map((draft, index) => ({ ...draft, ...ofThat(entries[index]) }))),
});
const ofThat = (entry: Entry | undefined) => (entry?.of === undefined ? {} : { of: entry.of });
const instead = (sequence: number, more: object) => (drafts: typeof twoMonths) =>
  drafts.map((draft, index) => (index === sequence - 1 ? { ...draft, ...more } : draft));
const and = (draft: (typeof twoMonths)[number]) => (drafts: typeof twoMonths) => [...drafts, draft];
const stored = (change: (bucket: (typeof account.buckets)[number]) => object): CreditBook => ({
  ...book,
  stored: {
    ...account,
    buckets: account.buckets.map((bucket) =>
      bucket.bucketId === byHand ? ({ ...bucket, ...change(bucket) } as typeof bucket) : bucket,
    ),
  },
});

test('a client’s books that are in order have no findings', () => {
  expect(new Set(entries.map(({ kind }) => kind)).size).toBe(12);
  expect(creditFindings(book)).toEqual([]);
});

// Rule C2: each invariant finds what breaks it, and says where
describe('what should be impossible is found and named', () => {
  const late = entryOn('2026-05-02', 'CONSUME', renewed, 1, { serviceId: facial });
  const broken: [keyof typeof creditInvariants, string, CreditBook, Partial<Finding>][] = [
    [
      'never_below_zero',
      'more used than there was',
      with_(and(entryOn('2026-04-12', 'CONSUME', renewed, 9))),
      { sequence: 18, bucketId: renewed },
    ],
    [
      'never_below_zero',
      'more released than was kept',
      with_(and(entryOn('2026-04-12', 'RELEASE', renewed, 9, { hold: 17 }))),
      { sequence: 18 },
    ],
    [
      'never_below_zero',
      'a balance that was changed without an entry',
      stored(({ available }) => ({ available: available + 1 })),
      { bucketId: byHand },
    ],
    [
      'never_below_zero',
      'something kept that no entry keeps',
      stored(() => ({ holds: [{ sequence: 3, units: 1, causeId: 'x' }] })),
      { bucketId: byHand },
    ],
    ['buckets_add_up', 'a sum that is not what the entries give', stored(() => ({ available: 0 })), {}],
    [
      'hold_ends_once',
      'an appointment that ends twice',
      with_(and(entryOn('2026-04-12', 'RELEASE', renewed, 1, { hold: 11 }))),
      { sequence: 18 },
    ],
    ['hold_ends_once', 'an appointment that is used in part', with_(instead(5, { units: 1 })), { sequence: 5 }],
    [
      'hold_ends_once',
      'an appointment that expires',
      with_(and(entryOn('2026-04-12', 'EXPIRE', renewed, 2, { hold: 17 }))),
      { sequence: 18 },
    ],
    [
      'hold_ends_once',
      'an appointment of another bucket',
      with_(and(entryOn('2026-04-12', 'CONSUME', byHand, 2, { hold: 17 }))),
      { sequence: 18, bucketId: byHand },
    ],
    [
      'granted_once',
      'a period that is granted twice',
      with_((drafts) => [...drafts, ...drafts.slice(6, 7)]),
      { sequence: 18, bucketId: renewed },
    ],
    [
      'granted_once',
      'a grant under another period’s name',
      with_((drafts) =>
        drafts.map((draft, index) =>
          index === 6 && draft.opens
            ? {
                ...draft,
                opens: {
                  ...draft.opens,
                  source: { ...draft.opens.source, periodIndex: 7 } as typeof draft.opens.source,
                },
              }
            : draft,
        ),
      ),
      { sequence: 7 },
    ],
    ['renewal_is_paid', 'a renewal that nobody paid', { ...book, invoices: [] }, { sequence: 7, bucketId: renewed }],
    [
      'renewal_is_paid',
      'a renewal whose invoice is open',
      { ...book, invoices: [{ ...renewal, state: 'open', grants: [] }] },
      { sequence: 7 },
    ],
    [
      'renewal_is_paid',
      'a payment that brought nothing',
      {
        ...book,
        invoices: [
          renewal,
          {
            ...renewal,
            invoiceId: `${membershipId}.2`,
            grants: [{ ...renewal.grants[0], bucketId: `${membershipId}.2.facial` } as (typeof renewal.grants)[0]],
          },
        ],
      },
      { bucketId: `${membershipId}.2.facial` },
    ],
    ['renewal_is_paid', 'a payment that brought less', with_(instead(7, { units: 3 })), { bucketId: renewed }],
    ['transfer_has_two_halves', 'credits that reached nobody', { ...book, counterparts: new Map() }, { sequence: 13 }],
    [
      'transfer_has_two_halves',
      'more received than was passed on',
      { ...book, counterparts: new Map(halves).set(14, { ...(halves.get(14) as Entry), units: 9 }) },
      { sequence: 14 },
    ],
    [
      'transfer_has_two_halves',
      'a half that belongs to another',
      {
        ...book,
        counterparts: new Map(halves).set(14, {
          ...(halves.get(14) as Entry),
          counterpart: { memberId: otherId, sequence: 14 },
        }),
      },
      { sequence: 14 },
    ],
    [
      'transfer_has_two_halves',
      'a half that names no other',
      with_(instead(13, { counterpart: undefined })),
      { sequence: 13 },
    ],
    ['used_in_time', 'a visit after the last day', with_(and(late)), { sequence: 18 }],
    [
      'used_in_time',
      'an appointment after the last day',
      with_(and(entryOn('2026-04-12', 'HOLD', renewed, 1, { forDay: '2026-05-02' }))),
      { sequence: 18 },
    ],
    [
      'not_used_on_hold',
      'a visit while the credits rest',
      with_(instead(10, { kind: 'CONSUME', units: 1 })),
      { sequence: 10 },
    ],
    ['places_add_up', 'credits that moved to another place', stored(() => ({ soldAt: place })), {}],
    [
      'replay_matches',
      'an account with another last day',
      stored(() => ({ expiresOn: '2027-01-01' })),
      { bucketId: byHand },
    ],
    [
      'replay_matches',
      'a bucket that left the account',
      { ...book, stored: { ...account, buckets: account.buckets.slice(0, -1) } },
      { bucketId: byHand },
    ],
    ['replay_matches', 'an account without its last entry', { ...book, entries: entries.slice(0, -1) }, {}],
    [
      'replay_matches',
      'an entry that cannot follow',
      with_(and(entryOn('2026-04-12', 'ADJUST', 'bkt_00000000000000000000000009', 1))),
      { sequence: 18 },
    ],
    [
      'chain_unbroken',
      'an entry that was changed',
      { ...book, entries: entries.map((entry) => (entry.sequence === 9 ? { ...entry, causeId: 'other' } : entry)) },
      { sequence: 9 },
    ],
    ['chain_unbroken', 'an entry that is missing', { ...book, entries: entries.toSpliced(8, 1) }, { sequence: 9 }],
    [
      'chain_unbroken',
      'an entry written anew',
      {
        ...book,
        entries: entries.toSpliced(
          8,
          1,
          ...sealed([{ ...twoMonths[8], units: 3 } as never]).map((entry) => ({ ...entry, sequence: 9 })),
        ),
      },
      { sequence: 9 },
    ],
  ];

  test.each(broken)('%s: %s', (invariant, _, changed, where) => {
    const found = creditInvariants[invariant](changed);
    expect(found).toContainEqual(expect.objectContaining({ invariant, ledger: 'credits', memberId, ...where }));
  });

  test('each invariant was broken', () => {
    expect([...new Set(broken.map(([invariant]) => invariant))].sort()).toEqual(Object.keys(creditInvariants).sort());
  });

  test('what the offline copy does not know is not claimed', () => {
    expect(creditFindings({ memberId, entries })).toEqual([]);
  });
});

// Invariant C2.8
describe('what is owed from one day to another', () => {
  const owed = (instant: number) => {
    const sums = new Map<string, number>();
    for (const bucket of balanceAt(memberId, entries, instant).buckets) {
      const held = (bucket.holds ?? []).reduce((sum, { units }) => sum + units, 0);
      sums.set(placeOf(bucket), (sums.get(placeOf(bucket)) ?? 0) + bucket.available + held);
    }
    return sums;
  };

  test('opening + granted − used − expired − passed on ± adjusted = closing, per place, between any two days', () => {
    for (const from of entries) {
      for (const to of entries.filter(({ at }) => at >= from.at)) {
        const flows = flowsByPlace(entries, ({ at }) => at > from.at && at <= to.at);
        for (const name of new Set([...owed(from.at).keys(), ...owed(to.at).keys(), ...flows.keys()])) {
          const { granted = 0, used = 0, expired = 0, passedOn = 0, adjusted = 0 } = flows.get(name) ?? {};
          const opening = owed(from.at).get(name) ?? 0;
          expect(opening + granted - used - expired - passedOn + adjusted).toBe(owed(to.at).get(name) ?? 0);
        }
      }
    }
  });

  test('what is used counts where it was sold', () => {
    expect(flowsByPlace(entries).get(`visits sold at ${place}`)).toEqual({
      granted: 8,
      used: 2,
      expired: 1,
      passedOn: 1,
      adjusted: 0,
    });
    expect(flowsByPlace(entries).get('visits sold at no place')).toMatchObject({ granted: 2, adjusted: 0 });
  });
});

// Invariant C2.10
describe('the balance at any past moment', () => {
  test('is what the entries up to then add up to', () => {
    for (const [index, entry] of entries.entries()) {
      const upTo = entries.filter(({ at }) => at <= entry.at).length;
      expect(upTo).toBeGreaterThan(index);
      expect(balanceAt(memberId, entries, entry.at)).toEqual(accountOf(twoMonths.slice(0, upTo)).account);
      expect(balanceAt(memberId, entries, entry.at - 1).head.sequence).toBeLessThanOrEqual(index);
    }
  });

  test('before the first entry nothing was there; now is what is stored', () => {
    expect(balanceAt(memberId, entries, 0).buckets).toEqual([]);
    expect(balanceAt(memberId, entries, Date.parse('2030-01-01'))).toEqual(account);
  });

  test('an entry that was decided earlier and written later counts where it stands', () => {
    const early = { ...entryOn('2026-04-12', 'CONSUME', byHand, 1), at: 0 };
    const later = accountOf([...twoMonths, early]);
    expect(balanceAt(memberId, later.entries, Date.parse('2026-04-30'))).toEqual(later.account);
  });
});

describe('what rests in a pause', () => {
  const { account: before, entries: granted } = accountOf(twoMonths.slice(0, 1));
  const bucketId = granted[0]?.bucketId ?? '';
  const rests = { from: '2026-03-10', until: '2026-03-20' };
  const freeze = entryOn('2026-03-10', 'FREEZE', bucketId, 3, { rests, extendsTo: '2026-04-10' });
  const wake = entryOn('2026-03-20', 'UNFREEZE', bucketId, 3, { rests });
  const takenOn = (on: string) => entryOn(on, 'CONSUME', bucketId, 1, { serviceId: facial });
  const found = (...later: Parameters<typeof accountOf>[0]) => {
    const { account: stored, entries: all } = accountOf([...twoMonths.slice(0, 1), ...later]);
    return creditFindings({ memberId, entries: all, stored }).map(({ invariant }) => invariant);
  };

  test('is in order before, during and after it', () => {
    expect(before.buckets).toHaveLength(1);
    expect(found(takenOn('2026-03-09'), { ...freeze, units: 2 })).toEqual([]);
    expect(found(freeze, wake, takenOn('2026-03-20'))).toEqual([]);
  });

  test('can be used from the first day after it, also before anybody has written that it is over', () => {
    expect(found(freeze, takenOn('2026-03-20'))).toEqual([]);
    expect(found(freeze, takenOn('2026-03-19'))).toEqual(['not_used_on_hold']);
  });

  test('can be kept meanwhile for an appointment after it, and not for one within it', () => {
    const keptFor = (forDay: string) => entryOn('2026-03-12', 'HOLD', bucketId, 1, { forDay, serviceId: facial });
    expect(found(freeze, keptFor('2026-03-20'))).toEqual([]);
    expect(found(freeze, keptFor('2026-03-19'))).toEqual(['not_used_on_hold']);
  });

  test('and is held for a payment as well stays on hold when the pause is over (rule C2.7)', () => {
    const held = entryOn('2026-03-12', 'FREEZE', bucketId, 3);
    expect(found(freeze, held, wake, takenOn('2026-03-21'))).toEqual(['not_used_on_hold']);
    expect(found(freeze, held, wake, entryOn('2026-03-22', 'UNFREEZE', bucketId, 3), takenOn('2026-03-23'))).toEqual(
      [],
    );
  });
});
