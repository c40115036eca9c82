import type { Handlers } from '../http/request.ts';
import { getOwnInvoicePdf } from './get-own-invoice-pdf.ts';

export const memberDocumentHandlers = { getOwnInvoicePdf } satisfies Handlers<'member', 'documents'>;
