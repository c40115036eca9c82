import type { Entry } from '../../shared/domain/credit-account.ts';
import { keys } from '../store/keys.ts';
import { ProfileRow } from '../store/profile-row.ts';
import { parseRow } from '../store/stored.ts';
import type { Table } from '../store/table.ts';

/** First names, by id, of those who used somebody else's credits in these entries. Reads nothing when nobody did. */
export async function userNames(
  table: Table,
  slug: string,
  entries: readonly Pick<Entry, 'usedBy'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(entries.flatMap(({ usedBy }) => (usedBy === undefined ? [] : [usedBy])))];
  const rows = ids.length === 0 ? [] : await table.read(ids.map((memberId) => keys.profile(slug, memberId)));
  return new Map(
    rows.flatMap((row) => {
      if (!row) return [];
      const { memberId, firstName } = parseRow(ProfileRow, row).value.profile;
      return [[memberId, firstName]];
    }),
  );
}
