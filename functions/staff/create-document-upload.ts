import { type ClientDocument, longestDocument } from '../../shared/domain/document.ts';
import type { Handler } from '../http/request.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';
import { documentKey } from './document-rows.ts';

/** Announced only when the bytes have arrived: an upload that was given up leaves nothing in anybody's history. */
export const createDocumentUpload: Handler<'staff', 'createDocumentUpload'> = async (request) => {
  const { slug, path, staff, at, body, instance } = request;
  const documentId = request.newId('document');
  const document: ClientDocument = {
    documentId,
    name: body.name,
    state: 'expected',
    addedBy: staff.staffId,
    addedAt: at,
  };
  const key = documentKey(slug, path.memberId, documentId);
  const form = await instance.documents.uploadForm(key, 'application/pdf', longestDocument);
  return request.change(async () => ({
    writes: [insert(rowOf(keys.document(slug, path.memberId, documentId), document))],
    reply: { documentId, form },
  }));
};
