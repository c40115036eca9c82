import { refuseUnless } from '../../shared/domain/refusal.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import { tryInvoice } from '../billing/retry-invoice.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { loadMember } from '../store/member-snapshot.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { personOf } from './billing-person.ts';

export const retryInvoice: Handler<'staff', 'retryInvoice'> = async (request) => {
  const { slug, path, configuration, instance, requestId, idempotencyKey = requestId } = request;
  const { memberId, invoiceId } = path;
  const trigger = { kind: 'staff', id: idempotencyKey } as const;
  const { result, code } = await tryInvoice(billingWorldOf(request), personOf(request, memberId), invoiceId, trigger);
  const [invoice, member] = await Promise.all([
    readInvoice(instance.table, slug, memberId, invoiceId),
    loadMember(instance.table, slug, memberId),
  ]);
  refuseUnless(invoice && member, 'not_found');
  const view = staffInvoiceView(invoice.value, member.account.value, member.profile, configuration);
  const reply = { result, ...(code === undefined ? {} : { code }), invoice: view };
  return request.change(async () => ({ writes: [], reply }));
};
