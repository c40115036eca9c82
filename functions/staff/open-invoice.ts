import type { Due } from '../../shared/domain/charge.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { LoadedScene } from '../billing/scene.ts';
import { readInvoice, type StoredInvoice } from '../store/invoice-rows.ts';
import { sceneFor } from './billing-person.ts';

/**
 * The membership that owes an open invoice, and the invoice, while nobody is charging for it.
 * Refusals: `not_found`, `not_an_open_invoice`, `payment_in_progress`.
 */
export async function openInvoice(
  request: Parameters<typeof sceneFor>[0],
  memberId: string,
  invoiceId: string,
): Promise<{ readonly scene: LoadedScene; readonly invoice: StoredInvoice; readonly due: Due }> {
  const invoice = await readInvoice(request.instance.table, request.slug, memberId, invoiceId);
  refuseUnless(invoice, 'not_found');
  const { state, cause } = invoice.value;
  refuseUnless(state === 'open' && cause.kind === 'membership', 'not_an_open_invoice');
  const scene = await sceneFor(request, memberId, cause.membershipId);
  const { charge, due } = scene.membership;
  refuseUnless(charge === undefined, 'payment_in_progress');
  refuseUnless(due?.invoiceId === invoiceId, 'not_an_open_invoice');
  return { scene, invoice, due };
}
