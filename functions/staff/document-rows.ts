import { ClientDocument } from '../../shared/domain/document.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Configuration } from '../store/configuration.ts';
import { keys } from '../store/keys.ts';
import { parseRow, type Stored } from '../store/stored.ts';
import type { Table } from '../store/table.ts';
import { actorName } from '../views/person-view.ts';

/** Where a client's document lies in the documents bucket. */
export const documentKey = (slug: string, memberId: string, documentId: string): string =>
  `documents/${slug}/${memberId}/${documentId}.pdf`;

/** Refuses `not_found`. */
export async function loadDocument(
  table: Table,
  slug: string,
  memberId: string,
  documentId: string,
): Promise<Stored<ClientDocument>> {
  const [row] = await table.read([keys.document(slug, memberId, documentId)]);
  if (!row) throw new Refusal('not_found');
  return parseRow(ClientDocument, row);
}

export const documentView = (document: ClientDocument, configuration: Configuration): ClientDocument => ({
  ...document,
  addedBy: actorName({ kind: 'staff', staffId: document.addedBy }, configuration),
});
