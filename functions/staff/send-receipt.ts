import { askForReceipt } from '../billing/receipt-copy.ts';
import type { Handler } from '../http/request.ts';

/** The client wants the receipt again by mail. */
export const sendReceipt: Handler<'staff', 'sendReceipt'> = async (request) =>
  request.change(() => askForReceipt(request));
