import type { Handlers } from '../http/request.ts';
import { getDashboard } from './get-dashboard.ts';
import { getOwnInvoice } from './get-own-invoice.ts';
import { listOwnCreditEntries } from './list-own-credit-entries.ts';
import { listOwnInvoices } from './list-own-invoices.ts';
import { requestReceiptCopy } from './request-receipt-copy.ts';

export const memberHandlers = {
  getDashboard,
  listOwnCreditEntries,
  listOwnInvoices,
  getOwnInvoice,
  requestReceiptCopy,
} satisfies Handlers<'member'>;
