import { amountDue } from '../../shared/domain/invoice.ts';
import { settleAtDesk } from '../billing/desk-invoice.ts';
import { orderPaid } from '../billing/order-payment.ts';
import type { Handler } from '../http/request.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { personOf } from './billing-person.ts';
import { openInvoice } from './open-invoice.ts';
import { orderOf } from './order-of.ts';

/** Ends collecting the invoice by card; who pays it on the provider's page later gets that money back (fault F31). */
export const recordPayment: Handler<'staff', 'recordPayment'> = async (request) => {
  const { path, body, instance, staff, today, requestId, idempotencyKey = requestId } = request;
  const { memberId, invoiceId } = path;
  return request.change(async () => {
    const order = await orderOf(request);
    if (order !== undefined) {
      const { stored, member } = order;
      const amount = amountDue(stored.value);
      const payment = { kind: 'desk', method: body.method, staffId: staff.staffId, amount } as const;
      const trigger = { kind: 'staff', id: idempotencyKey } as const;
      const paid = { payment, trigger, today };
      const { writes, reply } = await orderPaid(instance, personOf(request, memberId), stored, paid);
      const view = staffInvoiceView(reply, member.account.value, member.profile, request.configuration);
      return { writes, reply: { invoice: view } };
    }
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
