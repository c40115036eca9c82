import { refuseUnless } from '../../shared/domain/refusal.ts';
import { loadPerson } from '../billing/person.ts';
import { makeRefundAgain } from '../billing/refund-again.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { personOf } from './billing-person.ts';

export const retryRefund: Handler<'staff', 'retryRefund'> = async (request) => {
  const { slug, path, body, instance, staff, configuration, requestId, idempotencyKey = requestId } = request;
  const { memberId, invoiceId } = path;
  const world = billingWorldOf(request);
  const person = personOf(request, memberId);
  await makeRefundAgain(world, person, invoiceId, { ...body, by: staff.staffId, askId: idempotencyKey });
  const [invoice, { account, profile }] = await Promise.all([
    readInvoice(instance.table, slug, memberId, invoiceId),
    loadPerson(world, person),
  ]);
  refuseUnless(invoice, 'not_found');
  const reply = { invoice: staffInvoiceView(invoice.value, account.value, profile, configuration) };
  return request.change(async () => ({ writes: [], reply }));
};
