import type { Entry } from '../../shared/domain/credit-account.ts';
import type { LocalDate } from '../../shared/domain/time.ts';
import { EntryRow } from './credit-writes.ts';
import { partitions, prefixes } from './keys.ts';
import { parseRow } from './stored.ts';
import type { Table } from './table.ts';

/** Entries read at a time: more than a month of a household's visits. */
const pageSize = 100;

/** A member's entries that were written on a local day or after it, newest first. */
export async function entriesSince(
  table: Table,
  slug: string,
  memberId: string,
  since: LocalDate,
): Promise<readonly Entry[]> {
  const list = { pk: partitions.member(slug, memberId), prefix: prefixes.entry, newestFirst: true, limit: pageSize };
  const entries: Entry[] = [];
  let after: string | undefined;
  do {
    const page = await table.query({ ...list, ...(after === undefined ? {} : { after }) });
    const read = page.rows.map((row) => parseRow(EntryRow, row).value.entry);
    entries.push(...read.filter(({ on }) => on >= since));
    after = read.some(({ on }) => on < since) ? undefined : page.next;
  } while (after !== undefined);
  return entries;
}
