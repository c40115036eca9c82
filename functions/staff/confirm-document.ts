import type { ClientDocument } from '../../shared/domain/document.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { replace } from '../store/table.ts';
import { documentKey, documentView, loadDocument } from './document-rows.ts';
import { looksLike } from './file-type.ts';

export const confirmDocument: Handler<'staff', 'confirmDocument'> = async (request) => {
  const { slug, path, instance, configuration } = request;
  const { memberId, documentId } = path;
  const file = await instance.documents.peek(documentKey(slug, memberId, documentId));
  return request.change(async () => {
    const { value: before, version } = await loadDocument(instance.table, slug, memberId, documentId);
    if (before.state === 'stored') return { writes: [], reply: documentView(before, configuration) };
    refuseUnless(file, 'upload_missing');
    refuseUnless(looksLike('application/pdf', file.first), 'upload_wrong_type');
    const document: ClientDocument = { ...before, state: 'stored', bytes: file.bytes };
    return {
      writes: [
        replace(rowOf(keys.document(slug, memberId, documentId), document), version),
        announce(request.event('document.added', { documentId }, memberId)),
      ],
      reply: documentView(document, configuration),
    };
  });
};
