import * as z from 'zod/mini';
import { addDays, startOfDay } from '../../shared/domain/calendar.ts';
import { ChainHead } from '../../shared/domain/credit-account.ts';
import { LedgerDay, LedgerHead, noRoot } from '../../shared/domain/ledger-day.ts';
import { Finding } from '../../shared/domain/ledger-finding.ts';
import { LocalDate } from '../../shared/domain/time.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

const Hash = ChainHead.shape.hash;
const Count = z.int().check(z.minimum(0));

/** Findings that are kept with a day; all of them are in the log. */
export const mostFindings = 40;
const Findings = z.array(Finding).check(z.maxLength(mostFindings));

/** How far the closing of a day has come: a page of members after the other, any run may go on. */
const Walk = z.strictObject({
  day: LocalDate,
  /** The row of Contacts after which to go on; absent before the first page. */
  after: z.optional(z.string()),
  heads: Hash,
  pages: Count,
  accounts: Count,
  /** Of them, those that were in no day before. */
  fresh: Count,
  /** Accounts whose entries were gone through. */
  checked: Count,
  /** Entries that no day had closed. */
  entries: Count,
  found: Count,
  findings: Findings,
});
export type Walk = z.infer<typeof Walk>;

/** A business's closed days so far, and the one that is being closed. It stands on the due index at the next closing. */
const LedgerBook = z.strictObject({
  lastDay: z.optional(LocalDate),
  lastRoot: Hash,
  accounts: Count,
  walk: z.optional(Walk),
});
export type LedgerBook = z.infer<typeof LedgerBook>;

/** A closed day with what was found on it. Written once. */
export const LedgerDayRow = z.strictObject({
  closed: LedgerDay,
  pages: Count,
  checked: Count,
  entries: Count,
  found: Count,
  findings: Findings,
});
export type LedgerDayRow = z.infer<typeof LedgerDayRow>;

export const HeadsRow = z.strictObject({ heads: z.array(LedgerHead) });

/** What a ledger was when it was last closed. `version` is that of its account's row; 0 while something is wrong with it. */
const SealedHead = z.strictObject({ ...ChainHead.shape, version: Count });
export const Seal = z.strictObject({ credits: z.optional(SealedHead), money: z.optional(SealedHead) });
export type Seal = z.infer<typeof Seal>;

/** Milliseconds after a day's end at which it is closed. */
const afterMidnight = 3_600_000;

/** The instant at which a day is closed, in milliseconds. */
export const closingOf = (day: LocalDate, timeZone: string): number =>
  startOfDay(addDays(day, 1), timeZone) + afterMidnight;

const bookRow = (slug: string, book: LedgerBook, dueAt: number) =>
  rowOf(keys.ledgerBook(slug), book, placeOnDueIndex('LEDGER', dueAt, slug, slug));

/** The write that comes with a business: its first closing is due at an instant (milliseconds). */
export const firstLedgerBook = (slug: string, dueAt: number): Write =>
  insert(bookRow(slug, { lastRoot: noRoot, accounts: 0 }, dueAt));

export const ledgerBookWrite = (slug: string, before: Stored<LedgerBook>, after: LedgerBook, dueAt: number): Write =>
  replace(bookRow(slug, after, dueAt), before.version);

/** Undefined for a business of an earlier version whose first closing nobody has begun. */
export async function readLedgerBook(table: Table, slug: string): Promise<Stored<LedgerBook> | undefined> {
  const [row] = await table.read([keys.ledgerBook(slug)]);
  return row && parseRow(LedgerBook, row);
}

export const ledgerDayWrite = (slug: string, row: LedgerDayRow): Write =>
  insert(rowOf(keys.ledgerDay(slug, row.closed.day), row satisfies LedgerDayRow));

export const headsWrite = (slug: string, day: LocalDate, page: number, heads: readonly LedgerHead[]): Write =>
  insert(rowOf(keys.ledgerHeads(slug, day, page), { heads }));

export function sealWrite(slug: string, memberId: string, before: Stored<Seal> | undefined, after: Seal): Write {
  const row = rowOf(keys.seal(slug, memberId), after);
  return before === undefined ? insert(row) : replace(row, before.version);
}
