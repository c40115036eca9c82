import * as z from 'zod/mini';
import { ChainHead } from '../../shared/domain/credit-account.ts';
import { type AccountPart, accountPart, type LedgerPart, RawEntry } from '../../shared/domain/ledger-export.ts';
import type { LedgerKind } from '../../shared/domain/ledger-finding.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { ContactRow } from './profile-row.ts';
import { parseRow } from './stored.ts';
import type { Row, Table } from './table.ts';

/** Members of a page: their two accounts are one read. */
const membersOfAPage = 50;
/** Entries of a page: about 700 KB. */
const entriesOfAPage = 800;

/** Read loosely: what is wrong with a row belongs into the copy, for whoever verifies it. */
const AnyAccount = z.looseObject({ head: ChainHead });
const AnyEntry = z.looseObject({ entry: RawEntry });

/** Where an export of accounts goes on: behind a row of Contacts, and there behind an entry of an account that ended at `head`. */
export interface AccountsPlace {
  readonly after?: string | undefined;
  readonly within?:
    | {
        readonly memberId: string;
        readonly ledger: LedgerKind;
        readonly sequence: number;
        readonly head: number;
      }
    | undefined;
}

type Account = Pick<AccountPart, 'memberId' | 'ledger' | 'head'>;

const ledgers = {
  credits: { prefix: prefixes.entry, keyOf: keys.entry },
  money: { prefix: prefixes.money, keyOf: keys.moneyEntry },
} as const;

/**
 * Some accounts with their entries, as an export has them; `next` is where to go on, absent after the last. Somebody who
 * was renamed comes once for each name: a name that is left keeps its row, so nobody is missed who changes place meanwhile.
 */
export async function exportedAccounts(
  table: Table,
  slug: string,
  { after, within }: AccountsPlace,
): Promise<{ readonly parts: readonly LedgerPart[]; readonly next?: AccountsPlace }> {
  const page = await table.query({
    pk: keys.contactPartition(slug, ''),
    limit: membersOfAPage,
    ...(after === undefined ? {} : { after }),
  });
  const members = [...new Set(page.rows.map((row) => parseRow(ContactRow, row).value.memberId))];
  const accounts = await accountsOf(table, slug, members);
  const first = within === undefined ? 0 : accounts.findIndex((account) => isSame(account, within));
  const parts: LedgerPart[] = [];
  let room = entriesOfAPage;
  for (const account of accounts.slice(Math.max(0, first))) {
    const { memberId, ledger } = account;
    const begun = within !== undefined && isSame(account, within) ? within : undefined;
    const { sequence, head } = begun ?? { sequence: 0, head: account.head.sequence };
    const entries = await entriesAfter(table, slug, account, sequence, Math.min(head, sequence + room));
    if (begun === undefined) parts.push(accountPart(slug, account));
    parts.push(...entries.map((entry): LedgerPart => ({ kind: 'entry', entry })));
    room -= entries.length;
    const last = entries.at(-1)?.sequence ?? head;
    if (room <= 0) return { parts, next: { after, within: { memberId, ledger, sequence: last, head } } };
  }
  return { parts, ...(page.next === undefined ? {} : { next: { after: page.next } }) };
}

const isSame = (a: Pick<Account, 'memberId' | 'ledger'>, b: Pick<Account, 'memberId' | 'ledger'>): boolean =>
  a.memberId === b.memberId && a.ledger === b.ledger;

/** The ledgers that members have, in order; one without an entry is none. */
async function accountsOf(table: Table, slug: string, members: readonly string[]): Promise<Account[]> {
  const kinds: readonly LedgerKind[] = ['credits', 'money'];
  const asked = members.flatMap((memberId) => kinds.map((ledger) => ({ memberId, ledger })));
  if (asked.length === 0) return [];
  const keyOf = { credits: keys.creditAccount, money: keys.moneyAccount };
  const rows = await table.read(asked.map(({ memberId, ledger }) => keyOf[ledger](slug, memberId)));
  return asked.flatMap((account, index) => {
    const row = rows[index];
    const head = row && parseRow(AnyAccount, row).value.head;
    return head === undefined || head.sequence === 0 ? [] : [{ ...account, head }];
  });
}

/** An account's entries after one and up to another. */
async function entriesAfter(
  table: Table,
  slug: string,
  { memberId, ledger }: Account,
  after: number,
  upTo: number,
): Promise<RawEntry[]> {
  if (upTo <= after) return [];
  const { prefix, keyOf } = ledgers[ledger];
  const { rows } = await table.query({
    pk: partitions.member(slug, memberId),
    prefix,
    limit: upTo - after,
    ...(after === 0 ? {} : { after: keyOf(slug, memberId, after).sk }),
  });
  const last = keyOf(slug, memberId, upTo).sk;
  return rows.filter(({ sk }) => sk <= last).map(entryOf);
}

const entryOf = (row: Row): RawEntry => parseRow(AnyEntry, row).value.entry;
