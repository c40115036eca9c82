import { cancellationUndone } from '../billing/cancel-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { endedAlone } from './own-membership.ts';

export const undoOwnCancellation: Handler<'member', 'undoOwnCancellation'> = async (request) =>
  request.change(async () => {
    const scene = await endedAlone(request, request.path.membershipId);
    const { writes, reply } = await cancellationUndone(billingWorldOf(request), scene);
    return {
      writes,
      reply: { membership: membershipView(reply, scene.configuration, request.today, scene.snapshot) },
    };
  });
