import { expect } from '@jest/globals';
import { EntryRow } from '../../functions/store/credit-writes.ts';
import { invoiceOf } from '../../functions/store/invoice-rows.ts';
import { keys, partitions } from '../../functions/store/keys.ts';
import { loadMember } from '../../functions/store/member-snapshot.ts';
import type { MemoryTable } from '../../functions/store/memory-table.ts';
import { MoneyRow } from '../../functions/store/money-writes.ts';
import type { Entry } from '../../shared/domain/credit-account.ts';
import { replay } from '../../shared/domain/credit-chain.ts';
import { creditFindings } from '../../shared/domain/credit-invariants.ts';
import { replayMoney } from '../../shared/domain/money-account.ts';
import { moneyFindings } from '../../shared/domain/money-invariants.ts';
import { type BillingTestWorld, memberId, slug } from './billing-world.ts';

const bySequence = (a: { sequence: number }, b: { sequence: number }) => a.sequence - b.sequence;

/** What a member's rows say: the entries of both ledgers by sequence, the accounts as stored, the invoices. */
export async function booksOf(table: MemoryTable, business: string, member: string) {
  const pk = partitions.member(business, member);
  const rows = (prefix: string) => table.rows().filter((row) => row.pk === pk && row.sk.startsWith(prefix));
  const found = await loadMember(table, business, member);
  if (!found) throw new Error(`${business} has no member ${member}`);
  return {
    account: found.account.value,
    money: found.money?.value,
    entries: rows('ENTRY#')
      .map(({ data }) => EntryRow.parse(data).entry)
      .sort(bySequence),
    moneyEntries: rows('MONEY#')
      .map(({ data }) => MoneyRow.parse(data).entry)
      .sort(bySequence),
    invoices: rows('INVOICE#').map((row) => invoiceOf(row).value),
  };
}

export type Books = Awaited<ReturnType<typeof booksOf>>;

/** Holds that every invariant of both ledgers is true of a member (rules C2, C11). */
export async function expectBooksInOrder(table: MemoryTable, business: string, member: string): Promise<void> {
  const books = await booksOf(table, business, member);
  expectInOrder(member, books, (id, sequence) => {
    const { pk, sk } = keys.entry(business, id, sequence);
    const row = table.rows().find((each) => each.pk === pk && each.sk === sk);
    return row && EntryRow.parse(row.data).entry;
  });
}

/** The same of books that were read; `entryOf` finds the other half of a transfer. */
export function expectInOrder(
  member: string,
  { account, money, entries, moneyEntries, invoices }: Books,
  entryOf: (memberId: string, sequence: number) => Entry | undefined,
): void {
  const counterparts = new Map(
    entries.flatMap(({ sequence, counterpart }): [number, Entry | undefined][] =>
      counterpart ? [[sequence, entryOf(counterpart.memberId, counterpart.sequence)]] : [],
    ),
  );
  expect(creditFindings({ memberId: member, entries, stored: account, invoices, counterparts })).toEqual([]);
  expect(moneyFindings({ memberId: member, entries: moneyEntries, stored: money ?? null })).toEqual([]);
  expect(replay(member, entries)).toEqual(account);
}

/** The same of the one member of a billing world, whose account credit is in the business's currency. */
export async function expectLedgersInOrder(world: BillingTestWorld): Promise<void> {
  await expectBooksInOrder(world.table, slug, memberId);
  const { money, moneyEntries } = await booksOf(world.table, slug, memberId);
  expect(replayMoney(memberId, world.business.currency, moneyEntries).balance).toBe(money?.balance ?? 0);
}
