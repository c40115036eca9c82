import { cancelled } from '../billing/cancel-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { ownMembership } from './own-membership.ts';

export const cancelOwnMembership: Handler<'member', 'cancelOwnMembership'> = async (request) =>
  request.change(async () => {
    const scene = await ownMembership(request, request.path.membershipId);
    const { writes, reply } = await cancelled(request.instance, scene, 'period_end');
    return {
      writes,
      reply: { membership: membershipView(reply, scene.configuration, request.today, scene.snapshot) },
    };
  });
