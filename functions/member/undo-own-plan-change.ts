import { changeUndone } from '../billing/change-plan.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { ownMembership } from './own-membership.ts';

export const undoOwnPlanChange: Handler<'member', 'undoOwnPlanChange'> = async (request) =>
  request.change(async () => {
    const scene = await ownMembership(request, request.path.membershipId, 'change_plan');
    const { writes, reply } = changeUndone(scene);
    const { configuration, snapshot } = scene;
    return { writes, reply: { membership: membershipView(reply, configuration, request.today, snapshot) } };
  });
