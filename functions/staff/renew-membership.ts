import { periodInvoiceId } from '../../shared/domain/ids.ts';
import { billLines, totalOf } from '../../shared/domain/period-invoice.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { renewAtDesk } from '../../shared/domain/renewal.ts';
import { settleAtDesk } from '../billing/desk-invoice.ts';
import { changeAnnounced } from '../billing/plan-changed.ts';
import { sceneAtNextBill } from '../billing/scene.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { creditGroups } from '../views/credit-view.ts';
import { membershipView } from '../views/membership-view.ts';
import { sceneFor } from './billing-person.ts';

/**
 * The member stays on the version of the plan that was agreed, or changes to the one that was agreed for this bill; its
 * credits and the paid invoice come with the period, in one transaction.
 */
export const renewMembership: Handler<'staff', 'renewMembership'> = async (request) => {
  const { path, body, today, instance, staff, requestId, idempotencyKey = requestId } = request;
  const { memberId, membershipId } = path;
  return request.change(async () => {
    const before = await sceneFor(request, memberId, membershipId);
    const { configuration, snapshot } = before;
    const { policies } = configuration.business.value;
    refuseUnless(before.membership.period.start === body.after, 'conflicting_change');
    renewAtDesk(before.membership, today, policies);
    const { scene, period } = sceneAtNextBill(instance, before);
    const { membership, plan, tax } = scene;
    const invoiceId = periodInvoiceId(membershipId, period.index);
    const bill = { invoiceId, period, attempt: 1, amount: totalOf(billLines(membership, plan, period, tax)) };
    const desk = { method: body.method ?? 'terminal', staffId: staff.staffId, askId: idempotencyKey };
    const { writes, reply } = await settleAtDesk(instance, scene, bill, desk);
    const subject = { membershipId, periodIndex: period.index };
    return {
      writes: [
        ...writes,
        ...changeAnnounced(before, reply.membership),
        announce(scene.event('membership.renewed', subject)),
      ],
      reply: {
        membership: membershipView(reply.membership, configuration, today, snapshot),
        credits: creditGroups(reply.credits.account, today, policies, { spent: true }),
      },
    };
  });
};
