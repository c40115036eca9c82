import { writeOff } from '../../shared/domain/write-off.ts';
import { voidOpen } from '../billing/cancel-membership.ts';
import type { Handler } from '../http/request.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { openInvoice } from './open-invoice.ts';

/** The membership goes on as if the period had been skipped; who pays the invoice after all gets that money back. */
export const voidInvoice: Handler<'staff', 'voidInvoice'> = async (request) => {
  const { path, instance, today } = request;
  return request.change(async () => {
    const { scene, invoice } = await openInvoice(request, path.memberId, path.invoiceId);
    const { configuration, snapshot } = scene;
    const after = writeOff(scene.membership, today);
    const voided = { ...invoice.value, state: 'void' as const };
    return {
      writes: [scene.become(after), ...(await voidOpen(instance.table, scene, after))],
      reply: { invoice: staffInvoiceView(voided, snapshot.account.value, snapshot.profile, configuration) },
    };
  });
};
