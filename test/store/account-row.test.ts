import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountOf, packAccount, unpackAccount } from '../../functions/store/account-row.ts';
import { itemOf } from '../../functions/store/item.ts';
import { itemSize } from '../../functions/store/pricing.ts';
import { DamagedRow, rowOf } from '../../functions/store/stored.ts';
import { type CreditAccount as Account, type Bucket, CreditAccount } from '../../shared/domain/credit-account.ts';
import { accountOf as accountAfter, memberId, twoMonths } from '../support/credit-histories.ts';

const key = { pk: 'B#aurora#M#mbr_00000000000000000000000001', sk: 'NOW#CREDIT' };
const read = (data: unknown) => accountOf({ ...rowOf(key, data), version: 7 });
const head = { sequence: 3, hash: 'a'.repeat(64) };

const idOf = (kind: string) => fc.nat(4).map((n) => `${kind}_${String(n).padStart(26, '0')}`);
const day = fc.constantFrom('2026-03-01', '2026-12-31');
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('~', '~0', '~~1', '~1.x', 'svc_no', 'svc_00000000000000000000000001 and more'),
);
const count = fc.nat(9);
const source = fc.oneof(
  fc.record({
    kind: fc.constant('membership' as const),
    membershipId: idOf('msh'),
    planId: idOf('pln'),
    periodIndex: fc.integer({ min: -1, max: 200 }),
  }),
  fc.constant({ kind: 'staff' as const }),
  fc.record({ kind: fc.constant('client' as const), memberId: idOf('mbr') }),
);
/** Any bucket that the schema lets in, named after its source or not. */
const bucket = fc
  .record(
    {
      bucketId: fc.oneof(
        idOf('bkt'),
        idOf('msh').map((id) => `${id}.3.cuts`),
      ),
      kind: fc.constantFrom('visits' as const, 'allowance' as const),
      serviceIds: fc.array(idOf('svc'), { minLength: 1, maxLength: 3 }),
      expiresOn: day,
      grantedOn: day,
      source,
      soldAt: idOf('loc'),
      rollover: fc.record({ maxBalance: fc.integer({ min: 1, max: 9 }) }),
      priority: count,
      granted: count,
      available: count,
      frozen: fc.boolean(),
      rests: fc.record({ from: day }),
      holds: fc.array(
        fc.record(
          {
            sequence: fc.integer({ min: 1, max: 9 }),
            units: fc.integer({ min: 1, max: 9 }),
            causeId: text,
            forDay: day,
          },
          { requiredKeys: ['sequence', 'units', 'causeId'] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      emptyOn: day,
    },
    { requiredKeys: ['bucketId', 'kind', 'serviceIds', 'grantedOn', 'source', 'granted', 'available'] },
  )
  .map((given) =>
    given.source.kind === 'membership' && given.available > 4
      ? { ...given, bucketId: `${given.source.membershipId}.${given.source.periodIndex}.cuts` }
      : given,
  ) as fc.Arbitrary<Bucket>;

describe('the row of an account', () => {
  test('reads back as the account that was written, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 6 }), (buckets) => {
        const account: Account = { memberId, buckets, head };
        expect(read(packAccount(account))).toEqual({ value: CreditAccount.parse(account), version: 7 });
      }),
      { numRuns: 500 },
    );
    const { account } = accountAfter(twoMonths);
    expect(read(packAccount(account)).value).toEqual(account);
  });

  test('of an earlier version is read as it stands', () => {
    const { account } = accountAfter(twoMonths);
    expect(read(account).value).toEqual(account);
  });

  test('that is damaged is never taken for another account', () => {
    const packed = packAccount(accountAfter(twoMonths).account) as { ids: string[]; buckets: object[] };
    const damages = [
      { ...packed, ids: packed.ids.slice(1) },
      { ...packed, ids: [] },
      { ...packed, buckets: [null] },
      { ...packed, buckets: [{ ...packed.buckets[0], surprise: 1 }] },
      { ...packed, surprise: 1 },
      { ...packed, head: undefined },
      null,
    ];
    for (const data of damages) expect(() => read(data)).toThrow(DamagedRow);
    expect(unpackAccount(undefined)).toBeUndefined();
  });

  test('of somebody with three benefits, this period’s and the last one’s, stays under a kilobyte', () => {
    const of = (index: number, benefit: string, n: number): Bucket => ({
      bucketId: `msh_01JAB000000000000000000001.${index}.${benefit}`,
      kind: 'visits',
      serviceIds: [`svc_01JAB00000000000000000000${n}`],
      expiresOn: '2026-03-30',
      grantedOn: '2026-02-28',
      source: {
        kind: 'membership',
        membershipId: 'msh_01JAB000000000000000000001',
        planId: 'pln_01JAB000000000000000000001',
        periodIndex: index,
      },
      granted: 2,
      available: 1,
      ...(n === 1 ? {} : { priority: n }),
    });
    const buckets = [11, 12].flatMap((index) =>
      ['facials', 'massages', 'haircuts'].map((name, n) => of(index, name, n + 1)),
    );
    const due = { duePk: 'DUE#CREDIT-EXPIRY#12', dueAt: `2026-03-31T04:00:00.000Z#aurora-spa#${memberId}` };
    const sizeOf = (data: object) => itemSize(itemOf(rowOf(key, data, due), 120));
    const account = { memberId, buckets, head };
    expect(sizeOf(packAccount(account))).toBeLessThan(1024);
    expect(sizeOf(account) / sizeOf(packAccount(account))).toBeGreaterThan(2);
  });
});
