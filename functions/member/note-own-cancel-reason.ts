import { reasonNoted } from '../billing/cancel-membership.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { endedAlone } from './own-membership.ts';

export const noteOwnCancelReason: Handler<'member', 'noteOwnCancelReason'> = async (request) =>
  request.change(async () => {
    const scene = await endedAlone(request, request.path.membershipId);
    return reasonNoted(billingWorldOf(request), scene, request.body.reason);
  });
