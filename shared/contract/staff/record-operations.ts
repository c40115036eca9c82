import * as z from 'zod/mini';
import { ClientDocument } from '../../domain/document.ts';
import { DocumentId, NoteId } from '../../domain/ids.ts';
import { Line, Lines } from '../../domain/text.ts';
import { Instant } from '../../domain/time.ts';
import type { Operations } from '../operation.ts';
import { PageQuery, pageOf, UploadForm } from '../views.ts';

const Nothing = z.strictObject({});

const NoteView = z.strictObject({ noteId: NoteId, text: z.string(), by: z.string(), writtenAt: Instant });

const DocumentView = z.strictObject({ ...ClientDocument.shape, addedBy: z.string() });

const memberPath = '/{business}/staff/members/{memberId}';

/** Notes and documents on a client’s profile. */
export const recordOperations = {
  listNotes: {
    summary: 'Internal notes about a client, newest first',
    method: 'GET',
    path: `${memberPath}/notes`,
    audience: 'staff',
    permission: 'notes.read',
    query: PageQuery,
    reply: pageOf(NoteView),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'notes cannot be read',
  },
  addNote: {
    summary: 'Adds an internal note; the client never sees it',
    method: 'POST',
    path: `${memberPath}/notes`,
    audience: 'staff',
    permission: 'notes.write',
    idempotent: true,
    body: z.strictObject({ text: Lines(2000) }),
    reply: NoteView,
    status: 201,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write'],
    errorImpact: 'notes cannot be written',
  },
  listDocuments: {
    summary: 'PDF documents on a client’s profile, newest first',
    method: 'GET',
    path: `${memberPath}/documents`,
    audience: 'staff',
    permission: 'documents.read',
    query: PageQuery,
    reply: pageOf(DocumentView),
    refusals: ['not_found'],
    needs: ['table:read'],
    errorImpact: 'documents cannot be listed',
  },
  createDocumentUpload: {
    summary: 'Gives a form to upload a PDF with, 10 MB at most',
    method: 'POST',
    path: `${memberPath}/documents`,
    audience: 'staff',
    permission: 'documents.write',
    idempotent: true,
    body: z.strictObject({ name: Line(120) }),
    reply: z.strictObject({ documentId: DocumentId, form: UploadForm }),
    status: 201,
    refusals: ['not_found'],
    needs: ['table:read', 'table:write', 'documents:write'],
    errorImpact: 'documents cannot be added',
  },
  confirmDocument: {
    summary: 'Takes an uploaded PDF onto the profile, after looking at its bytes',
    method: 'PUT',
    path: `${memberPath}/documents/{documentId}`,
    audience: 'staff',
    permission: 'documents.write',
    body: Nothing,
    reply: DocumentView,
    refusals: ['not_found', 'upload_missing', 'upload_wrong_type'],
    needs: ['table:read', 'table:write', 'documents:read'],
    errorImpact: 'documents cannot be added',
  },
  openDocument: {
    summary: 'Gives an address that downloads the document for five minutes',
    method: 'GET',
    path: `${memberPath}/documents/{documentId}`,
    audience: 'staff',
    permission: 'documents.read',
    reply: z.strictObject({ url: z.string() }),
    refusals: ['not_found'],
    needs: ['table:read', 'documents:read'],
    errorImpact: 'documents cannot be opened',
  },
} as const satisfies Operations;
