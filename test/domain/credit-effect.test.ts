import { describe, expect, test } from '@jest/globals';
import {
  type CreditAccount,
  Entry,
  type EntryDraft,
  EntryKind,
  emptyAccount,
  isClosed,
} from '../../shared/domain/credit-account.ts';
import { append, appendAll, hashOf, replay } from '../../shared/domain/credit-chain.ts';
import { effectOf, signedUnits } from '../../shared/domain/credit-effect.ts';

const memberId = 'mbr_00000000000000000000000001';
const other = 'mbr_00000000000000000000000002';
const facial = 'svc_00000000000000000000000001';
const bucketId = 'bkt_00000000000000000000000001';
const today = '2026-03-01';

const draft = (kind: EntryKind, units: number, more: Partial<EntryDraft> = {}): EntryDraft => ({
  kind,
  bucketId,
  units,
  reason: { code: 'test' },
  actor: { kind: 'operator' },
  causeId: 'cause',
  on: today,
  at: Date.parse(`${today}T12:00:00Z`),
  ...more,
});
const grant = draft('GRANT', 3, {
  opens: {
    kind: 'visits',
    serviceIds: [facial],
    expiresOn: '2026-03-31',
    grantedOn: today,
    source: { kind: 'staff' },
  },
});
const after = (...drafts: EntryDraft[]): CreditAccount => appendAll(emptyAccount(memberId), [grant, ...drafts]).account;
const bucketAfter = (...drafts: EntryDraft[]) => after(...drafts).buckets[0];
const hold = draft('HOLD', 2, { causeId: 'booking', serviceId: facial, forDay: '2026-03-20' });

// Rule C1, invariants C2.1 and C2.3
describe('what each kind of entry does', () => {
  const moves: [EntryKind, number, number][] = [
    ['GRANT', 2, 0],
    ['HOLD', -2, 2],
    ['RELEASE', 2, -2],
    ['CONSUME', -2, 0],
    ['RESTORE', 2, 0],
    ['EXPIRE', -2, 0],
    ['ADJUST', 2, 0],
    ['TRANSFER_OUT', -2, 0],
    ['TRANSFER_IN', 2, 0],
    ['FREEZE', 0, 0],
    ['UNFREEZE', 0, 0],
    ['CORRECT', 2, 0],
    ['USE', 0, 0],
    ['UNUSE', 0, 0],
  ];

  test.each(moves)('%s of two: %i left, %i kept', (kind, available, held) => {
    expect(effectOf({ kind, units: 2 })).toEqual({ available, held });
  });

  test('every kind has an effect', () => {
    expect(moves.map(([kind]) => kind).sort()).toEqual([...EntryKind.options].sort());
  });

  test('a visit that is kept for an appointment leaves the balance when it is kept, and not again when it is used', () => {
    expect(bucketAfter(hold)).toMatchObject({
      available: 1,
      granted: 3,
      holds: [{ sequence: 2, units: 2, causeId: 'booking', serviceId: facial, forDay: '2026-03-20' }],
    });
    const use = draft('CONSUME', 2, { hold: 2 });
    expect(bucketAfter(hold, use)).toMatchObject({ available: 1, granted: 3 });
    expect(bucketAfter(hold, use)).not.toHaveProperty('holds');
    expect(signedUnits(use)).toBe(0);
    expect(signedUnits(draft('CONSUME', 2))).toBe(-2);
  });

  test('an appointment that is given up leaves the client with what she had', () => {
    expect(bucketAfter(hold, draft('RELEASE', 2, { hold: 2 }))).toEqual(bucketAfter());
  });

  test('of two appointments one can end without the other', () => {
    const one = draft('HOLD', 1);
    expect(bucketAfter(one, one, draft('RELEASE', 1, { hold: 2 }))).toMatchObject({
      available: 2,
      holds: [{ sequence: 3 }],
    });
  });

  test('what was passed on was not used, and neither was what came back', () => {
    const counterpart = { memberId: other, sequence: 1 };
    const out = draft('TRANSFER_OUT', 1, { counterpart });
    expect(bucketAfter(out)).toMatchObject({ available: 2, granted: 2 });
    const back = draft('TRANSFER_IN', 1, { counterpart: { memberId: other, sequence: 2 } });
    expect(bucketAfter(out, back)).toMatchObject({ available: 3, granted: 3 });
    const received = append(emptyAccount(other), { ...grant, kind: 'TRANSFER_IN', units: 1, counterpart }).account;
    expect(received.buckets).toMatchObject([{ available: 1, granted: 1, expiresOn: '2026-03-31' }]);
  });

  test('an entry that puts another right changes the number, the last day, or both', () => {
    const right = draft('CORRECT', -1, { corrects: 1, extendsTo: '2026-04-30' });
    expect(bucketAfter(right)).toMatchObject({ available: 2, granted: 2, expiresOn: '2026-04-30' });
    expect(bucketAfter({ ...right, units: 0 })).toMatchObject({ available: 3, expiresOn: '2026-04-30' });
  });

  test('what is kept counts as given, whatever is taken from the rest', () => {
    expect(bucketAfter(hold, draft('ADJUST', -1))).toMatchObject({ available: 0, granted: 2 });
  });
});

describe('an entry that cannot follow is refused, whoever asks', () => {
  test.each([
    ['keeping more than is left', [draft('HOLD', 4)], 'below zero'],
    ['using an appointment that was not kept', [draft('CONSUME', 2, { hold: 2 })], 'ends no hold'],
    ['giving up an appointment twice', [hold, ...Array(2).fill(draft('RELEASE', 2, { hold: 2 }))], 'ends no hold'],
    ['using what was given up', [hold, draft('RELEASE', 2, { hold: 2 }), draft('CONSUME', 2, { hold: 2 })], 'ends no'],
    ['using a part of what was kept', [hold, draft('CONSUME', 1, { hold: 2 })], 'ends no hold'],
    ['giving up nothing in particular', [hold, draft('RELEASE', 2)], 'names no hold'],
    ['an expiry that ends an appointment', [hold, draft('EXPIRE', 2, { hold: 2 })], 'ends no hold'],
    ['a use of less than nothing', [draft('CONSUME', -1)], 'has -1 units'],
    ['a use of nothing', [draft('CONSUME', 0)], 'has 0 units'],
    ['a grant that opens nothing', [draft('GRANT', 1)], 'opens no bucket'],
    ['a use that opens something', [{ ...grant, kind: 'CONSUME' as const, bucketId: 'bkt_2' }], 'opens a bucket'],
    ['a grant of nothing', [{ ...grant, units: 0, bucketId: 'bkt_2' }], 'has 0 units'],
  ])('%s', (_, drafts, message) => {
    expect(() => after(...drafts)).toThrow(message);
  });
});

test('a bucket with something kept in it stays in the account', () => {
  const bucket = bucketAfter(draft('HOLD', 3));
  if (!bucket) throw new Error('there is one');
  expect(isClosed(bucket, '2027-01-01')).toBe(false);
  const used = bucketAfter(draft('HOLD', 3), draft('CONSUME', 3, { hold: 2 }));
  expect(used && isClosed(used, '2027-01-01')).toBe(true);
});

// Entries of earlier versions: their fields, their hashes
test('an entry that was written before today’s kinds still reads, follows and adds up', () => {
  const stored = {
    sequence: 1,
    ...grant,
    previousHash: '0'.repeat(64),
    hash: '7d06af9897171e549a16652b47738ed6f6940dba07bc23f70149ac3fa98c4df2',
  };
  const { hash, ...unsealed } = stored;
  expect(hashOf(unsealed)).toBe(hash);
  expect(replay(memberId, [Entry.parse(stored)])).toEqual(after());
});
