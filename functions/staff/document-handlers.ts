import type { Handlers } from '../http/request.ts';
import { getEstimatePdf } from './get-estimate-pdf.ts';
import { getInvoicePdf } from './get-invoice-pdf.ts';

export const staffDocumentHandlers = { getEstimatePdf, getInvoicePdf } satisfies Handlers<'staff', 'documents'>;
