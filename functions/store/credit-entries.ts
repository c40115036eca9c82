import type { Entry } from '../../shared/domain/credit-account.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { EntryRow } from './credit-writes.ts';
import { partitions, prefixes } from './keys.ts';
import { parseRow } from './stored.ts';
import type { Table } from './table.ts';

/** More than happens to a member's credits in the weeks that a payment may stay open. */
const newest = 100;

/** A member's newest entries that were written on a local day or after it, newest first; one query of 100 at most. */
export async function entriesSince(
  table: Table,
  slug: string,
  memberId: string,
  since: LocalDate,
): Promise<readonly Entry[]> {
  const { rows } = await table.query({
    pk: partitions.member(slug, memberId),
    prefix: prefixes.entry,
    newestFirst: true,
    limit: newest,
  });
  return rows.map((row) => parseRow(EntryRow, row).value.entry).filter(({ on }) => on >= since);
}
