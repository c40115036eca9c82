import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { documentKey, loadDocument } from './document-rows.ts';

export const openDocument: Handler<'staff', 'openDocument'> = async (request) => {
  const { slug, path, instance } = request;
  const { memberId, documentId } = path;
  const { value: document } = await loadDocument(instance.table, slug, memberId, documentId);
  refuseUnless(document.state === 'stored', 'not_found');
  // Staff name a document as they like, with the ending or without.
  const fileName = `${document.name.replace(/\.pdf$/i, '')}.pdf`;
  const url = await instance.documents.downloadUrl(documentKey(slug, memberId, documentId), fileName);
  return { url };
};
