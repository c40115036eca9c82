import { writeOff } from '../../shared/domain/write-off.ts';
import { voidOpen } from '../billing/cancel-membership.ts';
import { orderVoided } from '../billing/order-payment.ts';
import type { Handler } from '../http/request.ts';
import { staffInvoiceView } from '../views/invoice-view.ts';
import { personOf } from './billing-person.ts';
import { openInvoice } from './open-invoice.ts';
import { orderOf } from './order-of.ts';

/** Of a membership: it goes on as if the period had been skipped; who pays the invoice after all gets that money back. */
export const voidInvoice: Handler<'staff', 'voidInvoice'> = async (request) => {
  const { path, instance, today } = request;
  return request.change(async () => {
    const order = await orderOf(request);
    if (order !== undefined) {
      const { stored, member } = order;
      const { writes, reply } = await orderVoided(instance, personOf(request, path.memberId), stored, today);
      const view = staffInvoiceView(reply, member.account.value, member.profile, request.configuration);
      return { writes, reply: { invoice: view } };
    }
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
