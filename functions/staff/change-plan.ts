import { confirmChange } from '../billing/change-plan.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { membershipView } from '../views/membership-view.ts';
import { sceneFor } from './billing-person.ts';

export const changePlan: Handler<'staff', 'changePlan'> = async (request) => {
  const { path, body, today, staff, requestId, idempotencyKey = requestId } = request;
  const load = () => sceneFor(request, path.memberId, path.membershipId);
  const { quoteId, method = 'terminal' } = body;
  const confirmed = await confirmChange(billingWorldOf(request), load, {
    quoteId,
    by: 'staff',
    trigger: { kind: 'staff', id: idempotencyKey },
    desk: { method, staffId: staff.staffId },
  });
  const { membership, configuration, snapshot } = await load();
  const reply = { ...confirmed, membership: membershipView(membership, configuration, today, snapshot) };
  return request.change(async () => ({ writes: [], reply }));
};
