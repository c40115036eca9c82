import { invoiceEstimate as invoiced } from '../../shared/domain/estimate-answer.ts';
import { sellerOf } from '../billing/scene.ts';
import type { Handler } from '../http/request.ts';
import { estimateWrites } from '../store/estimate-rows.ts';
import { announce } from '../store/event-writes.ts';
import { invoiceWrite } from '../store/invoice-rows.ts';
import { taxAt } from '../views/tax-at.ts';
import { loadEstimate } from './member-estimate.ts';

/** Both in one transaction; the invoice is named after the estimate, so that a second one collides. */
export const invoiceEstimate: Handler<'staff', 'invoiceEstimate'> = async (request) => {
  const { slug, path, at, today } = request;
  const { memberId, estimateId } = path;
  return request.change(async () => {
    const { before, configuration, view } = await loadEstimate(request, path);
    const tax = taxAt(configuration, before.value.locationId);
    const seller = sellerOf(configuration.business.value);
    const { estimate, invoice } = invoiced(before.value, { tax, seller }, { at, today });
    const { invoiceId } = invoice;
    return {
      writes: [
        ...estimateWrites(slug, before, estimate, today),
        invoiceWrite(slug, undefined, invoice, request.event('invoice.issued', { invoiceId }, memberId)),
        announce(request.event('estimate.invoiced', { estimateId, invoiceId }, memberId)),
      ],
      reply: view(estimate),
    };
  });
};
