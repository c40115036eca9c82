import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { closeDay, firstHeads, noRoot, withHeads } from '../../shared/domain/ledger-day.ts';
import { accountPart, bookPart } from '../../shared/domain/ledger-export.ts';
import { accountOf, memberId, twoMonths } from '../support/credit-histories.ts';
import { fileOf } from '../support/ledger-copies.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

const business = 'aurora';
// Without the transfers, whose other halves would have to be there.
const { account, entries } = accountOf(twoMonths.slice(0, 12));
const ledger = 'credits' as const;
const heads = [{ memberId, ledger, ...account.head }];
const day = '2026-04-11';
const closed = closeDay({
  ...{ business, day, closedAt: Date.parse('2026-04-12T05:00:00Z'), previousRoot: noRoot, accounts: 1 },
  heads: withHeads(firstHeads(business, day, noRoot), heads),
});
const file = fileOf([
  [bookPart({ business, lastDay: day, lastRoot: closed.root }), { kind: 'day', ...closed }],
  [{ kind: 'heads', day, page: 1, heads }, accountPart(business, { memberId, ledger, head: account.head })],
  entries.map((entry) => ({ kind: 'entry' as const, entry })),
]);

function verify(text: string | undefined, ...more: string[]) {
  const path = join(folder, 'copy.json');
  if (text !== undefined) writeFileSync(path, text);
  const given = text === undefined ? [] : [path];
  const args = ['--disable-warning=ExperimentalWarning', 'local/verify-ledger.ts', ...given, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

// Issue “verifiable ledger”: anybody can check a copy on any computer
test('a copy that is whole is said to be, with the root of its last closed day', () => {
  const { status, lines } = verify(file);
  expect(status).toBe(0);
  expect(lines).toEqual([
    'aurora: 1 account, 12 entries, 1 closed day.',
    `Last closed day 2026-04-11, root ${closed.root}`,
    'OK: every entry is as it was written, in its place, and adds up.',
  ]);
  expect(JSON.parse(file)).toHaveLength(17);
});

test('one changed number is named with client and entry', () => {
  const { status, lines } = verify(file.replace('"kind":"HOLD"', '"kind":"HOLE"'));
  expect(status).toBe(1);
  expect(lines).toContain(`line 9: credits of ${memberId}, entry 4: is not as it was written`);
  expect(lines.at(-1)).toBe('NOT OK: 1 fault.');
});

test('a root that was written down is found in the copy, or is not', () => {
  expect(verify(file, '--root', closed.root)).toMatchObject({ status: 0 });
  const { status, lines } = verify(file, '--root', closed.root.replace(/^./, 'x'));
  expect(status).toBe(1);
  expect(lines).toContain('The root that you gave closed no day of this copy.');
});

test('no file, and one that is not there, are told apart from a bad copy', () => {
  expect(verify(undefined)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  expect(verify(undefined, join(folder, 'nothing.json'))).toMatchObject({ status: 2 });
});
