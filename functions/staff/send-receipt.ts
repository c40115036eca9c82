import { askForReceipt } from '../billing/receipt-copy.ts';
import type { Handler } from '../http/request.ts';
import { mailedTo } from './mailed-to.ts';

/** The client wants the receipt again by mail. */
export const sendReceipt: Handler<'staff', 'sendReceipt'> = async (request) =>
  request.change(async () => {
    const { writes, reply } = await askForReceipt(request);
    return { writes, reply: mailedTo(request, reply.to) };
  });
