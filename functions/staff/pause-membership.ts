import { paused } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { askedPause } from './asked-pause.ts';
import { sceneFor } from './billing-person.ts';

export const pauseMembership: Handler<'staff', 'pauseMembership'> = async (request) =>
  request.change(async () => {
    const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
    const { writes, reply } = paused(request.instance, scene, askedPause(request));
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
