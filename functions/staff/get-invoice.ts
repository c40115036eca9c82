import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';

export const getInvoice: Handler<'staff', 'getInvoice'> = async (request) => {
  const { instance, slug, path, configuration } = request;
  const [{ profile, account }, invoice] = await Promise.all([
    request.loadMember(),
    readInvoice(instance.table, slug, path.memberId, path.invoiceId),
  ]);
  refuseUnless(invoice, 'not_found');
  return staffInvoiceView(invoice.value, account.value, profile, configuration);
};
