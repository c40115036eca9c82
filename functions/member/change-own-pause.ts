import { pauseChanged } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { ownPauseChange, pausableMembership } from './own-pause.ts';

export const changeOwnPause: Handler<'member', 'changeOwnPause'> = async (request) =>
  request.change(async () => {
    const scene = await pausableMembership(request, request.path.membershipId);
    const { writes, reply } = pauseChanged(request.instance, scene, ownPauseChange(request.body), 'member');
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
