import { refuseUnless } from '../../shared/domain/refusal.ts';
import { loadPerson } from '../billing/person.ts';
import { refundInvoice as giveBack } from '../billing/refund-invoice.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { personOf } from './billing-person.ts';

/** A full refund does not end the membership: staff decide that for themselves. */
export const refundInvoice: Handler<'staff', 'refundInvoice'> = async (request) => {
  const { slug, path, body, instance, staff, configuration, requestId, idempotencyKey = requestId } = request;
  const { memberId, invoiceId } = path;
  const { amount, currency } = body.amount;
  refuseUnless(currency === configuration.business.value.currency, 'currency_mismatch', {
    currency: configuration.business.value.currency,
  });
  const world = billingWorldOf(request);
  const person = personOf(request, memberId);
  await giveBack(world, person, invoiceId, {
    amount,
    reason: body.reason,
    takesBack: body.takeBackCredits,
    by: staff.staffId,
    askId: idempotencyKey,
  });
  const [invoice, { account, profile }] = await Promise.all([
    readInvoice(instance.table, slug, memberId, invoiceId),
    loadPerson(world, person),
  ]);
  refuseUnless(invoice, 'not_found');
  const reply = { invoice: staffInvoiceView(invoice.value, account.value, profile, configuration) };
  return request.change(async () => ({ writes: [], reply }));
};
