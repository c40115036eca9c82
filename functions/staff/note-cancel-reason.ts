import { reasonNoted } from '../billing/cancel-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { sceneFor } from './billing-person.ts';

export const noteCancelReason: Handler<'staff', 'noteCancelReason'> = async (request) =>
  request.change(async () => {
    const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
    return reasonNoted(billingWorldOf(request), scene, request.body.reason);
  });
