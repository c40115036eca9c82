import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { beginLedgers } from '../../functions/jobs/check-ledgers.ts';
import { keys } from '../../functions/store/keys.ts';
import { readLedgerBook } from '../../functions/store/ledger-rows.ts';
import { hashOf } from '../../shared/domain/credit-chain.ts';
import { noRoot } from '../../shared/domain/ledger-day.ts';
import { memberId, slug } from '../support/billing-world.ts';
import { type LedgerSalon, ledgerSalon, memberNamed } from '../support/ledger-salon.ts';

let lines: Record<string, unknown>[] = [];
beforeEach(() => {
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(JSON.parse(String(line)));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const raised = () => lines.filter(({ outcome }) => outcome === 'differs');
const nextNight = '2026-03-03T12:00:00Z';

// Rule C2, “nightly”
describe('every night a salon’s ledgers are gone through', () => {
  test('and the day is closed with a root over what is new, and over the day before', async () => {
    const salon = await ledgerSalon({ others: 2 });
    await salon.nightsUntil('2026-03-05T12:00:00Z');
    const days = salon.days();
    expect(days.map(({ closed }) => closed.day)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04']);
    expect(days.map(({ found }) => found)).toEqual([0, 0, 0, 0]);
    expect(days.map(({ closed }) => closed.accounts)).toEqual([3, 3, 3, 3]);
    expect(days[0]?.closed.previousRoot).toBe(noRoot);
    for (const [index, { closed }] of days.entries()) {
      expect(closed.previousRoot).toBe(days[index - 1]?.closed.root ?? noRoot);
    }
    expect(new Set(days.map(({ closed }) => closed.root)).size).toBe(4);
    // The renewal of February is in the first, what happened at the desk on March 2 too: it was there when it was closed.
    expect(days.map(({ entries }) => entries > 0)).toEqual([true, false, false, false]);
    expect(raised()).toEqual([]);
  });

  test('entries are gone through when something was written, and once a week all the same', async () => {
    const salon = await ledgerSalon({ others: 20 });
    await salon.nightsUntil('2026-03-13T12:00:00Z');
    const [first, ...others] = salon.days().map(({ checked }) => checked);
    expect(first).toBe(21);
    expect(Math.max(...others)).toBeLessThan(21);
    expect(others.slice(0, 7).reduce((sum, checked) => sum + checked, 0)).toBe(21);
  });

  test('a member who has no credits yet has nothing to close', async () => {
    const salon = await ledgerSalon();
    const gone = salon.without(({ sk }) => sk === 'NOW#CREDIT' || sk.startsWith('ENTRY#'));
    await salon.run(undefined, gone);
    expect(salon.days()).toMatchObject([{ closed: { accounts: 0 }, pages: 0 }]);
  });

  test('a salon of an earlier version begins when an operator says so, once', async () => {
    const salon = await ledgerSalon();
    await beginLedgers(salon.world, 'borealis', salon.now());
    await beginLedgers(salon.world, 'borealis', salon.now() + 1);
    expect(await readLedgerBook(salon.table, 'borealis')).toMatchObject({ version: 1 });
  });
});

describe('what should be impossible is raised with the member and the place, and left as it is', () => {
  type Damage = (salon: LedgerSalon) => Promise<unknown>;
  const entry = 'ENTRY#000000002';
  const damages: [string, Damage, object][] = [
    [
      'a balance that was changed in the table',
      (salon) =>
        salon.tamper('NOW#CREDIT', (account: { buckets: { available: number }[] }) => ({
          ...account,
          buckets: account.buckets.map((bucket) => ({ ...bucket, available: bucket.available + 1 })),
        })),
      { invariant: 'never_below_zero', ledger: 'credits' },
    ],
    [
      'an entry that was changed',
      async (salon) => {
        await salon.tamper(entry, (row: { entry: object }) => ({ ...row, entry: { ...row.entry, causeId: 'other' } }));
        // Something new makes it be gone through tonight.
        await salon.tamper('NOW#CREDIT', (account) => account);
      },
      { invariant: 'chain_unbroken', sequence: 2 },
    ],
    [
      'a row that cannot be read',
      (salon) => salon.tamper('NOW#CREDIT', (account: object) => ({ ...account, surprise: true })),
      { invariant: 'replay_matches', detail: expect.stringContaining('NOW#CREDIT') },
    ],
    [
      'a renewal whose payment is gone',
      async (salon) => {
        const [invoice] = await salon.invoices();
        await salon.tamper(`INVOICE#${invoice?.invoiceId}`, (row: { invoice: object }) => ({
          ...row,
          invoice: { ...row.invoice, state: 'open' },
        }));
        await salon.tamper('NOW#CREDIT', (account) => account);
      },
      { invariant: 'renewal_is_paid' },
    ],
  ];

  test.each(damages)('%s', async (_, damage, where) => {
    const salon = await ledgerSalon({ others: 2 });
    await salon.run();
    await damage(salon);
    const before = salon.table.rows().filter(({ pk }) => pk.includes('#M#'));
    await salon.nightsUntil(nextNight);
    expect(raised()).toContainEqual(expect.objectContaining({ business: slug, memberId, ...where }));
    expect(salon.days().at(-1)?.findings).toContainEqual(expect.objectContaining({ memberId, ...where }));
    // Nothing is repaired: only the seal may differ.
    const after = salon.table.rows().filter(({ pk }) => pk.includes('#M#'));
    const ledger = (rows: typeof after) => rows.filter(({ sk }) => /^(ENTRY|NOW#CREDIT|INVOICE)/.test(sk));
    expect(ledger(after)).toEqual(ledger(before));
  });

  test('it is raised every night until it is mended', async () => {
    const salon = await ledgerSalon();
    await salon.run();
    await salon.tamper('NOW#CREDIT', (account: { buckets: object[] }) => ({ ...account, buckets: [] }));
    const runs = await salon.nightsUntil('2026-03-06T12:00:00Z');
    expect(runs.length).toBeGreaterThan(2);
    for (const run of runs) expect(run.found).toBeGreaterThan(0);
  });

  test('an account that vanished, and one that went back to an earlier state', async () => {
    const salon = await ledgerSalon({ others: 2 });
    await salon.run();
    salon.moveTo(nextNight);
    await salon.run(
      undefined,
      salon.without(({ pk, sk }) => pk.endsWith(memberId) && (sk === 'NOW#CREDIT' || sk.startsWith('ENTRY#'))),
    );
    expect(raised()).toContainEqual(
      expect.objectContaining({ invariant: 'sealed_is_there', memberId, detail: 'the account is gone' }),
    );
    lines = [];
    salon.moveTo('2026-03-04T12:00:00Z');
    await salon.run(
      undefined,
      salon.without(
        ({ pk, sk }) => pk.endsWith(memberNamed(1)) || (pk.includes('FIND') && sk.includes(memberNamed(1))),
      ),
    );
    expect(raised()).toMatchObject([{ invariant: 'sealed_is_there', memberId: memberNamed(1) }]);
  });

  test('a history that was written anew, hashes and all', async () => {
    const salon = await ledgerSalon();
    await salon.run();
    const last = 'ENTRY#000000004';
    let hash = '';
    await salon.tamper(last, (row: { entry: { hash: string } }) => {
      const { hash: _, ...unsealed } = { ...row.entry, causeId: 'another cause' };
      hash = hashOf(unsealed);
      return { ...row, entry: { ...unsealed, hash } };
    });
    await salon.tamper('NOW#CREDIT', (account: { head: object }) => ({ ...account, head: { ...account.head, hash } }));
    await salon.nightsUntil(nextNight);
    expect(raised()).toMatchObject([{ invariant: 'sealed_is_there', memberId, sequence: 4 }]);
  });
});

describe('closing a day can stop anywhere', () => {
  const many = 80;

  test('a run without time left goes on with the next page an hour later, and comes to the same', async () => {
    const [one, other] = [await ledgerSalon({ others: many }), await ledgerSalon({ others: many })];
    await one.run();
    let calls = 0;
    const runs = [];
    do runs.push(await other.run(() => calls++ % 3 < 2));
    while (runs.at(-1)?.outcome === 'more_left');
    expect(runs.length).toBeGreaterThan(2);
    expect(runs.reduce((sum, { checked }) => sum + checked, 0)).toBe(many + 1);
    const [day] = one.days();
    expect(other.days()).toMatchObject([
      { checked: day?.checked, entries: day?.entries, pages: 3, closed: { accounts: many + 1 } },
    ]);
  });

  test('a run that dies before or after any call of the table leaves what the next run finishes', async () => {
    const undisturbed = await ledgerSalon({ others: many });
    await undisturbed.run();
    const calls = Object.values(undisturbed.table.calls).reduce((sum, count) => sum + count, 0);
    expect(calls).toBeGreaterThan(0);
    for (const moment of ['before', 'after'] as const) {
      for (let dies = 0; dies < 60; dies += 7) {
        const salon = await ledgerSalon({ others: many });
        let count = 0;
        salon.hooks[moment] = () => {
          count += 1;
          if (count === dies) throw new Error('the function died');
        };
        await salon.run().catch(() => undefined);
        salon.hooks[moment] = () => undefined;
        salon.pass(3_600_000);
        await salon.run();
        const [day, ...more] = salon.days();
        expect(more).toEqual([]);
        expect(day).toMatchObject({ found: 0, closed: { day: '2026-03-01', accounts: many + 1 } });
        expect(day?.entries).toBe(undisturbed.days()[0]?.entries);
      }
    }
  });

  test('of two runs at the same time one closes the day', async () => {
    const salon = await ledgerSalon({ others: many });
    await Promise.all([salon.run(), salon.run(), salon.run()]);
    await salon.run();
    expect(salon.days()).toMatchObject([{ found: 0, closed: { accounts: many + 1 } }]);
    expect(raised()).toEqual([]);
    expect(await salon.table.read([keys.ledgerDay(slug, '2026-03-01')])).toMatchObject([{ version: 1 }]);
  });
});
