import { ClientDocument } from '../../shared/domain/document.ts';
import type { Handler } from '../http/request.ts';
import { partitions, prefixes } from '../store/keys.ts';
import { loadPage } from '../store/pages.ts';
import { parseRow } from '../store/stored.ts';
import { documentView } from './document-rows.ts';

export const listDocuments: Handler<'staff', 'listDocuments'> = async (request) => {
  const { slug, path, instance, configuration } = request;
  const list = { pk: partitions.member(slug, path.memberId), prefix: prefixes.document, newestFirst: true };
  const { rows, cursor } = await loadPage(instance.table, list, request.query);
  const items = rows
    .map((row) => parseRow(ClientDocument, row).value)
    .filter((document) => document.state === 'stored')
    .map((document) => documentView(document, configuration));
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
