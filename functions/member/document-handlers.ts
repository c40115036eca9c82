import type { Handlers } from '../http/request.ts';
import { getOwnEstimatePdf } from './get-own-estimate-pdf.ts';
import { getOwnInvoicePdf } from './get-own-invoice-pdf.ts';

export const memberDocumentHandlers = { getOwnEstimatePdf, getOwnInvoicePdf } satisfies Handlers<'member', 'documents'>;
