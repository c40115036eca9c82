import { isOver } from '../../shared/domain/membership.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { accountOf } from '../billing/person.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { membershipView } from '../views/membership-view.ts';
import { sceneFor } from './billing-person.ts';

/** A payment that is open stays open: only how later periods are paid changes. */
export const setMembershipPayment: Handler<'staff', 'setMembershipPayment'> = async (request) => {
  const { memberId, membershipId } = request.path;
  const { payment } = request.body;
  return request.change(async () => {
    const scene = await sceneFor(request, memberId, membershipId);
    const { membership, snapshot, configuration } = scene;
    refuseUnless(!isOver(membership, request.today), 'not_found');
    refuseUnless(membership.charge === undefined, 'payment_in_progress');
    if (payment === 'card') accountOf(configuration);
    else refuseUnless(!snapshot.billing.value.payLaterDisabled, 'pay_later_disabled');
    const after = { ...membership, payment };
    const reply = { membership: membershipView(after, configuration, request.today, snapshot) };
    if (membership.payment === payment) return { writes: [], reply };
    return {
      writes: [scene.become(after), announce(scene.event('billing.changed', { membershipId, payment }))],
      reply,
    };
  });
};
