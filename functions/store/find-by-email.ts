import { fold } from '../../shared/domain/contacts-index.ts';
import { keys } from './keys.ts';
import { ContactRow } from './profile-row.ts';
import { parseRow } from './stored.ts';
import type { Table } from './table.ts';

/** The token that an address is indexed under; see `searchTokens`. */
const longestToken = 40;

/** The clients whose record has this address, oldest first. An address is in lower case. */
export async function findByEmail(table: Table, slug: string, email: string): Promise<string[]> {
  const token = fold(email).slice(0, longestToken);
  const { rows } = await table.query({ pk: keys.contactPartition(slug, token), prefix: `${token}#` });
  return rows
    .map((row) => parseRow(ContactRow, row).value)
    .filter((contact) => contact.live && contact.email === email)
    .map(({ memberId }) => memberId)
    .sort();
}
