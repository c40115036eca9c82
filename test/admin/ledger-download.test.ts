import { describe, expect, test } from '@jest/globals';
import { LedgerDownload } from '../../frontend/admin/ledger/ledger-download.ts';
import { accountPart, bookPart, type LedgerPart } from '../../shared/domain/ledger-export.ts';
import { accountOf, memberId, twoMonths } from '../support/credit-histories.ts';
import { verify } from '../support/ledger-copies.ts';

const business = 'aurora';
const { account, entries } = accountOf(twoMonths.slice(0, 12));
const all: LedgerPart[] = [
  bookPart({ business, lastRoot: '0'.repeat(64) }),
  accountPart(business, { memberId, ledger: 'credits', head: account.head }),
  ...entries.map((entry) => ({ kind: 'entry' as const, entry })),
];

/** An API with three parts in each page, which fails at some of its calls. */
function api(failsAt: readonly number[] = []) {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    ask: async ({ query: { cursor } = {} }: { query?: { cursor?: string | undefined } }) => {
      asked.push(cursor);
      if (failsAt.includes(asked.length)) throw new Error('no answer');
      const start = Number(cursor ?? 0);
      const parts = all.slice(start, start + 3);
      return start + 3 < all.length ? { parts, cursor: String(start + 3) } : { parts };
    },
  };
}

describe('an owner downloads the copy of the ledgers', () => {
  test('page by page, and hears how far it is', async () => {
    const heard: number[] = [];
    const pieces = await new LedgerDownload(api().ask).run(({ entries: count }) => heard.push(count));
    expect(verify((pieces ?? []).join(''))).toMatchObject({ accounts: 1, entries: 12, faults: [] });
    expect(heard).toEqual([1, 4, 7, 10, 12]);
  });

  test('a lost connection is gone on from, and the file is as whole as without', async () => {
    const { ask, asked } = api([3, 4]);
    const download = new LedgerDownload(ask);
    await expect(download.run(() => undefined)).rejects.toThrow('no answer');
    await expect(download.run(() => undefined)).rejects.toThrow('no answer');
    const pieces = await download.run(() => undefined);
    expect(verify((pieces ?? []).join(''))).toMatchObject({ entries: 12, faults: [] });
    expect(asked).toEqual([undefined, '3', '6', '6', '6', '9', '12']);
  });

  test('stopping saves nothing, and asks for nothing more', async () => {
    const { ask, asked } = api();
    const download = new LedgerDownload(ask);
    const pieces = await download.run(({ entries: count }) => count > 3 && download.stop());
    expect(pieces).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});
