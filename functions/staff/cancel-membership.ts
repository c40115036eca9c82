import { cancelled } from '../billing/cancel-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { sceneFor } from './billing-person.ts';

export const cancelMembership: Handler<'staff', 'cancelMembership'> = async (request) =>
  request.change(async () => {
    const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
    const { writes, reply } = await cancelled(request.instance, scene, request.body.when);
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
