import { languageOf } from '../../shared/domain/business.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { invoicePdf } from '../documents/invoice-pdf.ts';
import type { Handler } from '../http/request.ts';
import { readInvoice } from '../store/invoice-rows.ts';

/** In the client's language, not in that of the desk: it is handed over. */
export const getInvoicePdf: Handler<'staff', 'getInvoicePdf'> = async (request) => {
  const { instance, slug, path, configuration } = request;
  const [{ profile }, invoice] = await Promise.all([
    request.loadMember(),
    readInvoice(instance.table, slug, path.memberId, path.invoiceId),
  ]);
  refuseUnless(invoice, 'not_found');
  const language = profile.language ?? languageOf(configuration.business.value.locale);
  return invoicePdf(instance, { invoice: invoice.value, profile, configuration, language });
};
