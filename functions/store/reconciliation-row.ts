import * as z from 'zod/mini';
import { Instant } from '../../shared/domain/time.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

const InvoiceNumber = z.int().check(z.minimum(1));

/**
 * Until when the provider's books were compared with ours, and how far ours with the provider's: the last number of the
 * series that was looked at, and those before it that are looked at again. The row stands on the due index at the next
 * comparison.
 */
const Reconciliation = z.strictObject({
  comparedUntil: Instant,
  lastNumber: z.int().check(z.minimum(0)),
  waiting: z.array(InvoiceNumber),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** Milliseconds from one comparison to the next. */
const day = 24 * 3_600_000;

const rowAt = (slug: string, value: Reconciliation, dueAt: number) =>
  rowOf(keys.reconciliation(slug), value, placeOnDueIndex('RECONCILIATION', dueAt, slug, slug));

/** The write that comes with a business's account at the provider, at an instant in milliseconds. */
export const firstReconciliation = (slug: string, at: number): Write =>
  insert(rowAt(slug, { comparedUntil: at, lastNumber: 0, waiting: [] }, at + day));

/**
 * The write after a comparison at `at`: the next is due a day later, or at once (`isDone` false) where invoices are left
 * to look at.
 */
export const reconciliationWrite = (
  slug: string,
  before: Stored<Reconciliation>,
  after: Reconciliation,
  at: number,
  isDone: boolean,
): Write => replace(rowAt(slug, after, isDone ? at + day : at), before.version);

/** Undefined for a business that never began to take cards. */
export async function readReconciliation(table: Table, slug: string): Promise<Stored<Reconciliation> | undefined> {
  const [row] = await table.read([keys.reconciliation(slug)]);
  return row && parseRow(Reconciliation, row);
}
