import type { Handlers } from '../http/request.ts';
import { getInvoicePdf } from './get-invoice-pdf.ts';

export const staffDocumentHandlers = { getInvoicePdf } satisfies Handlers<'staff', 'documents'>;
