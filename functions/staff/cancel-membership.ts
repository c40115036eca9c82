import { cancelled } from '../billing/cancel-membership.ts';
import { type ClaimedRefund, payBack } from '../billing/end-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { personOf, sceneFor } from './billing-person.ts';
import { cancelAskOf } from './cancel-ask.ts';

export const cancelMembership: Handler<'staff', 'cancelMembership'> = async (request) => {
  const { memberId, membershipId } = request.path;
  const world = billingWorldOf(request);
  let owed: readonly ClaimedRefund[] = [];
  const reply = await request.change(async () => {
    const scene = await sceneFor(request, memberId, membershipId);
    const { writes, reply, claimed } = await cancelled(world, scene, cancelAskOf(request.body));
    owed = claimed;
    const { configuration, snapshot } = scene;
    const membership = membershipView(reply.membership, configuration, request.today, snapshot);
    return { writes, reply: { membership, cancellation: reply.cancellation } };
  });
  await payBack(world, personOf(request, memberId), owed);
  return reply;
};
