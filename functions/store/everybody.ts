import { keys } from './keys.ts';
import { ContactRow } from './profile-row.ts';
import { parseRow } from './stored.ts';
import type { Table } from './table.ts';

/** Some of a business's clients in the order of Contacts; no `next` on the last page. */
export interface EverybodyPage {
  readonly memberIds: readonly string[];
  readonly next?: string;
}

/** A page of everybody after a row of Contacts, each under the name of today. */
export async function everybodyPage(
  table: Table,
  slug: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<EverybodyPage> {
  const pk = keys.contactPartition(slug, '');
  const { rows, next } = await table.query({ pk, limit, ...(after === undefined ? {} : { after }) });
  const listed = rows.map((row) => parseRow(ContactRow, row).value).filter(({ live }) => live);
  return { memberIds: listed.map(({ memberId }) => memberId), ...(next === undefined ? {} : { next }) };
}
