import { cancellationUndone } from '../billing/cancel-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { sceneFor } from './billing-person.ts';

export const undoCancellation: Handler<'staff', 'undoCancellation'> = async (request) =>
  request.change(async () => {
    const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
    const { writes, reply } = await cancellationUndone(billingWorldOf(request), scene);
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
