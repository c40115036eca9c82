import { pauseChanged } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { askedChange } from './asked-pause.ts';
import { sceneFor } from './billing-person.ts';

export const changePause: Handler<'staff', 'changePause'> = async (request) =>
  request.change(async () => {
    const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
    const { writes, reply } = pauseChanged(request.instance, scene, askedChange(request), 'staff');
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
