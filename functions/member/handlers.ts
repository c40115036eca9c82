import type { Handlers } from '../http/request.ts';
import { cancelOwnMembership } from './cancel-own-membership.ts';
import { explainOwnBalance } from './explain-own-balance.ts';
import { getDashboard } from './get-dashboard.ts';
import { getOwnInvoice } from './get-own-invoice.ts';
import { getOwnSharing } from './get-own-sharing.ts';
import { listOwnCreditEntries } from './list-own-credit-entries.ts';
import { listOwnInvoices } from './list-own-invoices.ts';
import { payInvoice } from './pay-invoice.ts';
import { requestReceiptCopy } from './request-receipt-copy.ts';
import { setAccountCreditUse } from './set-account-credit-use.ts';
import { startCardUpdate } from './start-card-update.ts';
import { startPayment } from './start-payment.ts';
import { startTopUp } from './start-top-up.ts';
import { stopSharingOwnMembership } from './stop-sharing-own-membership.ts';
import { undoOwnCancellation } from './undo-own-cancellation.ts';

export const memberHandlers = {
  getDashboard,
  listOwnCreditEntries,
  explainOwnBalance,
  listOwnInvoices,
  getOwnInvoice,
  getOwnSharing,
  requestReceiptCopy,
  cancelOwnMembership,
  payInvoice,
  setAccountCreditUse,
  startCardUpdate,
  startPayment,
  startTopUp,
  stopSharingOwnMembership,
  undoOwnCancellation,
} satisfies Handlers<'member'>;
