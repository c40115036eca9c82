import { refuseUnless } from '../../shared/domain/refusal.ts';
import { invoicePdf } from '../documents/invoice-pdf.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';

export const getOwnInvoicePdf: Handler<'member', 'getOwnInvoicePdf'> = async (request) => {
  const { instance, slug, path, member, configuration, language } = request;
  const invoice = await readInvoice(instance.table, slug, path.memberId, path.invoiceId);
  refuseUnless(invoice, 'not_found');
  return invoicePdf(instance, { invoice: invoice.value, profile: member.profile, configuration, language });
};
