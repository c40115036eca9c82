import type { CreditAccount, Entry } from '../../shared/domain/credit-account.ts';
import type { CreditBook } from '../../shared/domain/credit-book.ts';
import { MoneyAccount } from '../../shared/domain/money-account.ts';
import type { MoneyBook } from '../../shared/domain/money-invariants.ts';
import { accountOf } from './account-row.ts';
import { EntryRow } from './credit-writes.ts';
import { listInvoices } from './invoice-rows.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { Seal } from './ledger-rows.ts';
import { MoneyRow } from './money-writes.ts';
import { ContactRow } from './profile-row.ts';
import { DamagedRow, parseRow, type Stored } from './stored.ts';
import type { Row, Table } from './table.ts';

/** Members of a page: their three rows are one read. */
export const membersAtOnce = 33;

/** A member's accounts as they stand, and as they were when they were last closed. */
export interface LedgerAccounts {
  readonly memberId: string;
  readonly credits: Stored<CreditAccount> | undefined;
  readonly money: Stored<MoneyAccount> | undefined;
  readonly seal: Stored<Seal> | undefined;
}

/** A member one of whose rows does not parse. */
export interface DamagedAccounts {
  readonly memberId: string;
  readonly damage: DamagedRow;
}

/** Some of a business's members, in the order of Contacts; no `next` on the last page. */
export interface AccountsPage {
  readonly accounts: readonly (LedgerAccounts | DamagedAccounts)[];
  /** Those who are listed under this name today: everybody is in one page. */
  readonly listed: ReadonlySet<string>;
  readonly next?: string;
}

/**
 * A page of everybody after a row of Contacts. Somebody who was renamed has a row under each name and may come twice:
 * the row that is left behind stays, so nobody is missed who changes place meanwhile.
 */
export async function accountsPage(table: Table, slug: string, after: string | undefined): Promise<AccountsPage> {
  const { rows, next } = await table.query({
    pk: keys.contactPartition(slug, ''),
    limit: membersAtOnce,
    ...(after === undefined ? {} : { after }),
  });
  const contacts = rows.map((row) => parseRow(ContactRow, row).value);
  const members = [...new Set(contacts.map(({ memberId }) => memberId))];
  const listed = new Set(contacts.filter(({ live }) => live).map(({ memberId }) => memberId));
  return { accounts: await readAccounts(table, slug, members), listed, ...(next === undefined ? {} : { next }) };
}

/** The accounts of at most `membersAtOnce` members. */
export async function readAccounts(
  table: Table,
  slug: string,
  members: readonly string[],
): Promise<(LedgerAccounts | DamagedAccounts)[]> {
  if (members.length === 0) return [];
  const rows = await table.read(
    members.flatMap((memberId) => [
      keys.creditAccount(slug, memberId),
      keys.moneyAccount(slug, memberId),
      keys.seal(slug, memberId),
    ]),
  );
  return members.map((memberId, index) => accountsOf(memberId, rows.slice(index * 3, index * 3 + 3)));
}

/** One member's damage must not keep the others from being looked at. */
function accountsOf(memberId: string, [credits, money, seal]: readonly (Row | undefined)[]) {
  try {
    return {
      memberId,
      credits: credits && accountOf(credits),
      money: money && parseRow(MoneyAccount, money),
      seal: seal && parseRow(Seal, seal),
    };
  } catch (damage) {
    if (damage instanceof DamagedRow) return { memberId, damage };
    throw damage;
  }
}

/** Everything that the invariants of credits look at, as it was when the account was read: what came later is left out. */
export async function creditBookOf(
  table: Table,
  slug: string,
  { memberId, credits }: Pick<LedgerAccounts, 'memberId' | 'credits'>,
): Promise<CreditBook> {
  const entries = await creditEntriesOf(table, slug, memberId);
  // Read last: a payment that came meanwhile is there although its entries are not yet looked at, never the other way.
  const invoices = await listInvoices(table, slug, memberId);
  const known = entries.filter(({ sequence }) => credits === undefined || sequence <= credits.value.head.sequence);
  const later = new Set(entries.slice(known.length).map(({ bucketId }) => bucketId));
  return {
    memberId,
    entries: known,
    ...(credits === undefined ? {} : { stored: credits.value }),
    invoices: invoices.map(({ value: { invoiceId, state, grants } }) => ({
      invoiceId,
      state,
      grants: grants.filter(({ bucketId }) => !later.has(bucketId)),
    })),
    counterparts: await counterpartsOf(table, slug, known),
  };
}

/** Every entry of a member’s credits, by sequence. */
export const creditEntriesOf = (table: Table, slug: string, memberId: string): Promise<Entry[]> =>
  allEntries(table, slug, memberId, prefixes.entry, (row) => parseRow(EntryRow, row).value.entry);

/** The other halves of transfers: each is one row of another member, asked for by its key. */
async function counterpartsOf(
  table: Table,
  slug: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Entry | undefined>> {
  const halves = new Map<number, Entry | undefined>();
  const asked = entries.flatMap(({ sequence, counterpart }) => (counterpart ? [{ sequence, counterpart }] : []));
  for (let start = 0; start < asked.length; start += 100) {
    const some = asked.slice(start, start + 100);
    const ids = some.map(({ counterpart }) => keys.entry(slug, counterpart.memberId, counterpart.sequence));
    const rows = await table.read(ids);
    for (const [index, { sequence }] of some.entries()) {
      const row = rows[index];
      halves.set(sequence, row && parseRow(EntryRow, row).value.entry);
    }
  }
  return halves;
}

/** The same of account credit. */
export async function moneyBookOf(
  table: Table,
  slug: string,
  { memberId, money }: Pick<LedgerAccounts, 'memberId' | 'money'>,
): Promise<MoneyBook> {
  const entries = await allEntries(table, slug, memberId, prefixes.money, (row) => parseRow(MoneyRow, row).value.entry);
  const known = entries.filter(({ sequence }) => money === undefined || sequence <= money.value.head.sequence);
  return { memberId, entries: known, stored: money?.value ?? null };
}

async function allEntries<Entry>(
  table: Table,
  slug: string,
  memberId: string,
  prefix: string,
  entryOf: (row: Row) => Entry,
): Promise<Entry[]> {
  const { rows } = await table.query({ pk: partitions.member(slug, memberId), prefix });
  return rows.map(entryOf);
}
