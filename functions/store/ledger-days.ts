import { type LedgerHead, noRoot } from '../../shared/domain/ledger-day.ts';
import { type BookPart, bookPart, type LedgerPart } from '../../shared/domain/ledger-export.ts';
import { type Finding, finding } from '../../shared/domain/ledger-finding.ts';
import { keys, partitions, prefixes } from './keys.ts';
import { HeadsRow, LedgerDayRow, readLedgerBook } from './ledger-rows.ts';
import { loadPage, type PageRequest } from './pages.ts';
import { parseRow } from './stored.ts';
import type { Row, Table } from './table.ts';

/** Some parts of an export; no `next` after the last. */
export interface PartsPage {
  readonly parts: readonly LedgerPart[];
  readonly next?: string;
}

/** A business's closed days, the newest first. */
export async function ledgerDays(
  table: Table,
  slug: string,
  asked: PageRequest,
): Promise<{ readonly days: readonly LedgerDayRow[]; readonly cursor?: string }> {
  const list = { pk: partitions.ledger(slug), prefix: prefixes.ledgerDay, newestFirst: true };
  const { rows, cursor } = await loadPage(table, list, asked);
  return { days: rows.map((row) => parseRow(LedgerDayRow, row).value), ...(cursor === undefined ? {} : { cursor }) };
}

/** The beginning of an export: where the closed days end. */
export async function exportedBook(table: Table, slug: string): Promise<BookPart> {
  const { lastDay, lastRoot = noRoot } = (await readLedgerBook(table, slug))?.value ?? {};
  return bookPart({ business: slug, ...(lastDay === undefined ? {} : { lastDay }), lastRoot });
}

/** What of a business’s closed days is exported, and rows of a page of it: less than a megabyte. */
const lists = {
  days: {
    prefix: prefixes.ledgerDay,
    limit: 300,
    partOf: (row: Row): LedgerPart => ({ kind: 'day', ...parseRow(LedgerDayRow, row).value.closed }),
  },
  heads: {
    prefix: prefixes.ledgerHeads,
    limit: 60,
    partOf: (row: Row): LedgerPart => {
      const [, day = '', page] = row.sk.split('#');
      return { kind: 'heads', day, page: Number(page), heads: parseRow(HeadsRow, row).value.heads };
    },
  },
} as const;

/**
 * A page of the days, or of their heads, up to a day, oldest first. What belongs to a later one, which is just being
 * closed or was closed since the export began, is left out.
 */
export async function exportedPage(
  table: Table,
  slug: string,
  list: keyof typeof lists,
  lastDay: string,
  after: string | undefined,
): Promise<PartsPage> {
  const { prefix, limit, partOf } = lists[list];
  const asked = { pk: partitions.ledger(slug), prefix, limit, ...(after === undefined ? {} : { after }) };
  const { rows, next } = await table.query(asked);
  const parts = rows.filter(({ sk }) => (sk.split('#')[1] ?? '') <= lastDay).map(partOf);
  return { parts, ...(next === undefined ? {} : { next }) };
}

/** Every head that any day was closed with, oldest first. */
async function allHeads(table: Table, slug: string): Promise<LedgerHead[]> {
  const { rows } = await table.query({ pk: partitions.ledger(slug), prefix: prefixes.ledgerHeads });
  return rows.flatMap((row) => parseRow(HeadsRow, row).value.heads);
}

/** Accounts that some day was closed with and that are not there any more, whoever is listed in Contacts. */
export async function missingAccounts(table: Table, slug: string): Promise<Finding[]> {
  const newest = new Map((await allHeads(table, slug)).map((head) => [`${head.memberId} ${head.ledger}`, head]));
  const heads = [...newest.values()];
  const found: Finding[] = [];
  for (let start = 0; start < heads.length; start += 100) {
    const some = heads.slice(start, start + 100);
    const rows = await table.read(
      some.map(({ memberId, ledger }) =>
        ledger === 'credits' ? keys.creditAccount(slug, memberId) : keys.moneyAccount(slug, memberId),
      ),
    );
    for (const [index, { memberId, ledger, sequence }] of some.entries()) {
      if (rows[index] === undefined) {
        found.push(finding('sealed_is_there', { ledger, memberId, sequence }, 'the account is gone'));
      }
    }
  }
  return found;
}
