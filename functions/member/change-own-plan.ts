import { confirmChange } from '../billing/change-plan.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { ownMembership } from './own-membership.ts';

export const changeOwnPlan: Handler<'member', 'changeOwnPlan'> = async (request) => {
  const { path, body, today, requestId, idempotencyKey = requestId } = request;
  const load = () => ownMembership(request, path.membershipId, 'change_plan');
  const { code: _, ...confirmed } = await confirmChange(billingWorldOf(request), load, {
    quoteId: body.quoteId,
    by: 'member',
    trigger: { kind: 'member', id: idempotencyKey },
  });
  const { membership, configuration, snapshot } = await load();
  const reply = { ...confirmed, membership: membershipView(membership, configuration, today, snapshot) };
  return request.change(async () => ({ writes: [], reply }));
};
