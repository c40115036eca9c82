import { cancellationUndone } from '../billing/cancel-membership.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { ownMembership } from './own-membership.ts';

export const undoOwnCancellation: Handler<'member', 'undoOwnCancellation'> = async (request) =>
  request.change(async () => {
    const scene = await ownMembership(request, request.path.membershipId);
    const { writes, reply } = cancellationUndone(scene);
    return {
      writes,
      reply: { membership: membershipView(reply, scene.configuration, request.today, scene.snapshot) },
    };
  });
