import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { partText } from '../../shared/domain/ledger-export.ts';
import { memberId } from '../support/billing-world.ts';
import { fileOf, pagesOf, verify } from '../support/ledger-copies.ts';
import { type LedgerSalon, ledgerSalon, memberNamed } from '../support/ledger-salon.ts';

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Three nights of a salon with account credit, and something of today that no closed day covers yet. */
async function busySalon(): Promise<LedgerSalon> {
  const salon = await ledgerSalon({ others: 2 });
  await salon.nightsUntil('2026-03-04T12:00:00Z');
  await salon.desk.call('POST {member}/account-credit', { amount: 700, reason: 'goodwill' });
  await salon.nightsUntil('2026-03-05T12:00:00Z');
  await salon.desk.call('POST {member}/account-credit', { amount: -300, reason: 'correction' });
  await salon.desk.call('POST {member}/account-credit', pays);
  return salon;
}
/** One more entry of account credit. */
const pays = { amount: 100, reason: 'paid_in' };

// Issue “verifiable ledger”; rule C2.9
describe('an owner’s copy of the ledgers', () => {
  test('is whole: every account, every entry, every closed day', async () => {
    const salon = await busySalon();
    const report = verify(fileOf(await pagesOf(salon.desk)));
    expect(report).toMatchObject({ business: 'aurora', accounts: 4, uncovered: 2, faults: [] });
    const entries = salon.table.rows().filter(({ sk }) => /^(ENTRY|MONEY)#/.test(sk));
    expect(report.entries).toBe(entries.length);
    expect(report.roots).toEqual(salon.days().map(({ closed: { day, root } }) => ({ day, root })));
  });

  test('stands beside the nights that were checked, with what they found and where', async () => {
    const salon = await busySalon();
    const nights = async () => (await salon.desk.ask('GET {staff}/ledger/days', { limit: '1' })).body.items;
    expect(await nights()).toMatchObject([{ day: '2026-03-04', found: 0, findings: [] }]);
    await salon.tamper('NOW#CREDIT', (account: { buckets: object[] }) => ({ ...account, buckets: [] }));
    await salon.nightsUntil('2026-03-06T12:00:00Z');
    const [night] = await nights();
    expect(night.found).toBeGreaterThan(0);
    expect(night.findings).toContainEqual(expect.objectContaining({ invariant: 'replay_matches', memberId }));
  });

  test('of a salon whose days were never closed is whole too', async () => {
    const salon = await ledgerSalon({ others: 1 });
    expect(verify(fileOf(await pagesOf(salon.desk)))).toMatchObject({ accounts: 2, roots: [], faults: [] });
  });

  test('comes page by page, also in the middle of one long account, and stays whole while the salon works', async () => {
    const salon = await ledgerSalon({ others: 120 });
    await salon.nightsUntil('2026-03-03T12:00:00Z');
    for (let payment = 0; payment < 900; payment += 1) await salon.desk.call('POST {member}/account-credit', pays);
    const pages = await pagesOf(salon.desk, async (page) => {
      await salon.desk.call('POST {member}/account-credit', pays);
      // A day is closed while the copy is being made.
      if (page === 2) await salon.nightsUntil('2026-03-04T12:00:00Z');
    });
    const longest = Math.max(...pages.map((parts) => parts.filter(({ kind }) => kind === 'entry').length));
    expect(pages.length).toBeGreaterThan(5);
    expect(longest).toBe(800);
    expect(verify(fileOf(pages))).toMatchObject({ accounts: 122, faults: [] });
  });

  test('has somebody once who was renamed while it was made', async () => {
    const salon = await ledgerSalon({ others: 60 });
    const rename = async (lastName: string) => {
      const { body } = await salon.desk.ask('GET {staff}/members/{memberId}');
      const details = { firstName: 'Mia', lastName };
      await salon.desk.call('PUT {member}', { version: body.version, details });
    };
    await salon.nightsUntil('2026-03-03T12:00:00Z');
    await rename('Zeppelin');
    const pages = await pagesOf(salon.desk, (page) => (page === 4 ? rename('Aalto') : undefined));
    const mine = pages.flat().filter((part) => part.kind === 'account' && part.memberId === memberId);
    expect(mine.length).toBeGreaterThan(1);
    expect(verify(fileOf(pages))).toMatchObject({ accounts: 61, faults: [] });
  });
});

describe('whatever is changed in a copy, the verifier names it', () => {
  /** The file as lines, and of each line what it holds. */
  const copied = busySalon().then(async (salon) => {
    const file = fileOf(await pagesOf(salon.desk));
    let account = { memberId: '', ledger: '' };
    const lines = file.split('\n').map((text) => {
      const part = text.startsWith('{') ? JSON.parse(text.replace(/,$/, '')) : {};
      if (part.kind === 'account') account = part;
      return { text, part, ...(part.kind === 'entry' ? { account } : {}) };
    });
    return { file, lines };
  });
  const textOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text).join('\n');
  const lineOf = async (isIt: (part: { kind?: string; [key: string]: unknown }, account?: object) => boolean) => {
    const { lines } = await copied;
    const index = lines.findIndex(({ part, account }) => isIt(part, account));
    if (index < 0) throw new Error('no such line');
    return { lines, index };
  };
  const entry = (sequence: number, ledger = 'credits') =>
    lineOf(
      (part, account) =>
        part.kind === 'entry' &&
        (part.entry as { sequence: number }).sequence === sequence &&
        (account as { memberId: string; ledger: string }).memberId === memberId &&
        (account as { ledger: string }).ledger === ledger,
    );

  test('any byte, and it names the entry, the account, the day or the end that the byte belongs to', async () => {
    const { file, lines } = await copied;
    const bytes = Buffer.from(file, 'utf8');
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(change, ({ at, to }) => {
        fc.pre(bytes[at] !== to);
        const changed = Buffer.from(bytes);
        changed[at] = to;
        const { faults } = verify(changed.toString('utf8'));
        expect(faults).not.toEqual([]);
        const index = bytes.subarray(0, at).filter((byte) => byte === 10).length;
        const { part, account } = lines[index] ?? {};
        if (account) {
          expect(faults).toContainEqual(
            expect.objectContaining({ ...account2(account), sequence: part.entry.sequence, line: index + 1 }),
          );
        } else if (part?.kind === 'day' || part?.kind === 'heads') {
          expect(faults.some(({ day, line }) => day === part.day || line === index + 1)).toBe(true);
        } else expect(faults.some(({ line }) => Math.abs(line - index - 1) <= 1)).toBe(true);
      }),
      { numRuns: 600, seed: 20_260_331 },
    );
  });
  const account2 = ({ memberId: member, ledger }: { memberId: string; ledger: string }) => ({
    memberId: member,
    ledger,
  });

  test('an entry that was taken out', async () => {
    const { lines, index } = await entry(2);
    const { faults } = verify(textOf(lines.toSpliced(index, 1)));
    expect(faults).toContainEqual(expect.objectContaining({ memberId, sequence: 2, what: 'is missing' }));
  });

  test('two entries that changed places', async () => {
    const { lines, index } = await entry(2);
    const [one, other] = lines.slice(index, index + 2);
    const { faults } = verify(textOf(lines.toSpliced(index, 2, other as never, one as never)));
    expect(faults).toContainEqual(expect.objectContaining({ memberId, sequence: 2 }));
  });

  test('an entry that stands there twice', async () => {
    const { lines, index } = await entry(3);
    const { faults } = verify(textOf(lines.toSpliced(index, 0, lines[index] as never)));
    expect(faults).toContainEqual(
      expect.objectContaining({ memberId, sequence: 3, what: 'stands where entry 4 should be' }),
    );
  });

  test('the last entries of an account, with the end made to fit', async () => {
    const { lines, index } = await entry(4);
    const before = lines.findIndex(({ part }) => part.kind === 'account' && part.memberId === memberId);
    expect(before).toBeLessThan(index);
    const { faults } = verify(textOf(lines.toSpliced(index, 1)));
    expect(faults).toContainEqual(expect.objectContaining({ memberId, sequence: 4 }));
  });

  test('the end of the file, wherever it is cut', async () => {
    const { lines } = await copied;
    for (let kept = 0; kept < lines.length - 1; kept += 1) {
      expect(verify(textOf(lines.slice(0, kept))).faults).not.toEqual([]);
    }
  });

  test('an account that was taken out, and one that was added a second time', async () => {
    const { lines, index } = await lineOf((part) => part.kind === 'account' && part.memberId === memberNamed(1));
    const gone = verify(textOf(lines.toSpliced(index, 2))).faults;
    expect(gone).toContainEqual(
      expect.objectContaining({ memberId: memberNamed(1), what: expect.stringContaining('the account is missing') }),
    );
    const twice = verify(textOf(lines.toSpliced(index, 0, ...lines.slice(index, index + 2)))).faults;
    expect(twice).toContainEqual(expect.objectContaining({ memberId: memberNamed(1), what: 'comes a second time' }));
  });

  test('the entries of two clients that were exchanged', async () => {
    const one = await lineOf((part) => part.kind === 'account' && part.memberId === memberNamed(1));
    const two = await lineOf((part) => part.kind === 'account' && part.memberId === memberNamed(2));
    const swapped = one.lines.map((line, index) => {
      if (index === one.index + 1) return one.lines[two.index + 1] as typeof line;
      if (index === two.index + 1) return one.lines[one.index + 1] as typeof line;
      return line;
    });
    const { faults } = verify(textOf(swapped));
    for (const n of [1, 2]) expect(faults).toContainEqual(expect.objectContaining({ memberId: memberNamed(n) }));
  });

  test('a seal of a closed day, and a whole day', async () => {
    const { lines, index } = await lineOf((part) => part.kind === 'heads');
    const { part } = lines[index] ?? {};
    const [head, ...others] = part.heads;
    const changed = { ...part, heads: [{ ...head, sequence: head.sequence + 1 }, ...others] };
    const seal = verify(textOf(lines.with(index, { text: `${partText(changed)},`, part: changed }))).faults;
    expect(seal).toContainEqual(expect.objectContaining({ day: part.day }));
    expect(seal).toContainEqual(expect.objectContaining({ memberId: head.memberId }));
    const days = lines.flatMap((line, at) => (line.part.kind === 'day' ? [{ ...line, at }] : []));
    for (const { at, part: day } of days) {
      const { faults } = verify(textOf(lines.toSpliced(at, 1)));
      expect(faults.some((fault) => fault.day !== undefined)).toBe(true);
      expect(day.day).toMatch(/^2026-03/);
    }
  });

  test('an account whose history was written anew, hashes and all, by the seal of the day', async () => {
    const salon = await busySalon();
    const pages = await pagesOf(salon.desk);
    const other = await ledgerSalon({ others: 2 });
    await other.desk.call('POST {member}/redemptions/{sequence}/undo', {}, { sequence: '4' });
    const anew = (await pagesOf(other.desk)).flat();
    const parts = pages.flat().filter(({ kind }) => kind !== 'account' && kind !== 'entry');
    const accounts = anew.filter(({ kind }) => kind === 'account' || kind === 'entry');
    const { faults } = verify(fileOf([[...parts, ...accounts]]));
    expect(faults).toContainEqual(
      expect.objectContaining({ memberId, what: expect.stringContaining('a day was closed with') }),
    );
  });
});
