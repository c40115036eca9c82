import { paused } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { ownAskedPause, pausableMembership } from './own-pause.ts';

export const pauseOwnMembership: Handler<'member', 'pauseOwnMembership'> = async (request) =>
  request.change(async () => {
    const scene = await pausableMembership(request, request.path.membershipId);
    const { writes, reply } = paused(request.instance, scene, ownAskedPause(request.body));
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
