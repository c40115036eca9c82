import { cancelled } from '../billing/cancel-membership.ts';
import { type ClaimedRefund, payBack } from '../billing/end-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { personOf } from './billing-person.ts';
import { endedAlone } from './own-membership.ts';

export const cancelOwnMembership: Handler<'member', 'cancelOwnMembership'> = async (request) => {
  const world = billingWorldOf(request);
  let owed: readonly ClaimedRefund[] = [];
  const reply = await request.change(async () => {
    const scene = await endedAlone(request, request.path.membershipId);
    const { writes, reply, claimed } = await cancelled(world, scene, { when: 'period_end' });
    owed = claimed;
    const { configuration, snapshot } = scene;
    const membership = membershipView(reply.membership, configuration, request.today, snapshot);
    return { writes, reply: { membership, cancellation: reply.cancellation } };
  });
  await payBack(world, personOf(request), owed);
  return reply;
};
