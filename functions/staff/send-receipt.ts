import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { readInvoice } from '../store/invoice-rows.ts';

/** Announces that the client wants the receipt again; the mail follows. */
export const sendReceipt: Handler<'staff', 'sendReceipt'> = async (request) => {
  const { instance, slug, path } = request;
  const { memberId, invoiceId } = path;
  return request.change(async () => {
    const [{ profile }, invoice] = await Promise.all([
      request.loadMember(),
      readInvoice(instance.table, slug, memberId, invoiceId),
    ]);
    refuseUnless(invoice, 'not_found');
    refuseUnless(invoice.value.state === 'paid', 'not_a_paid_invoice');
    refuseUnless(profile.email !== undefined, 'email_missing');
    return {
      writes: [announce(request.event('receipt.requested', { invoiceId }, memberId))],
      reply: { to: profile.email },
    };
  });
};
