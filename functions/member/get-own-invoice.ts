import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { invoiceView } from '../views/invoice-view.ts';

export const getOwnInvoice: Handler<'member', 'getOwnInvoice'> = async (request) => {
  const { instance, slug, path, member, configuration } = request;
  const invoice = await readInvoice(instance.table, slug, path.memberId, path.invoiceId);
  refuseUnless(invoice, 'not_found');
  return invoiceView(invoice.value, member.profile, configuration);
};
