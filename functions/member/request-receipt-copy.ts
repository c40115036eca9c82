import { askForReceipt } from '../billing/receipt-copy.ts';
import type { Handler } from '../http/request.ts';

/** The member wants the receipt again by mail (003-034). */
export const requestReceiptCopy: Handler<'member', 'requestReceiptCopy'> = async (request) =>
  request.change(() => askForReceipt(request));
