import { settleAtDesk } from '../billing/desk-invoice.ts';
import type { Handler } from '../http/request.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { openInvoice } from './open-invoice.ts';

/** Ends collecting the invoice by card; who pays it on the provider's page later gets that money back (fault F31). */
export const recordPayment: Handler<'staff', 'recordPayment'> = async (request) => {
  const { path, body, instance, staff, requestId, idempotencyKey = requestId } = request;
  const { memberId, invoiceId } = path;
  return request.change(async () => {
    const { scene, invoice, due } = await openInvoice(request, memberId, invoiceId);
    const { configuration, snapshot } = scene;
    const { period, amount } = due;
    const bill = { invoiceId, period, amount, attempt: invoice.value.attempts.length + 1 };
    const desk = { method: body.method, staffId: staff.staffId, askId: idempotencyKey };
    const { writes, reply } = await settleAtDesk(instance, scene, bill, desk);
    const view = staffInvoiceView(reply.invoice, reply.credits.account, snapshot.profile, configuration);
    return { writes, reply: { invoice: view } };
  });
};
