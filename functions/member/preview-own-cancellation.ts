import { previewOf } from '../billing/preview-cancellation.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { endedAlone } from './own-membership.ts';

export const previewOwnCancellation: Handler<'member', 'previewOwnCancellation'> = async (request) => {
  const scene = await endedAlone(request, request.path.membershipId);
  return { cancellation: await previewOf(billingWorldOf(request), scene, { when: 'period_end' }) };
};
