import { previewOf } from '../billing/preview-cancellation.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { sceneFor } from './billing-person.ts';
import { cancelAskOf } from './cancel-ask.ts';

export const previewCancellation: Handler<'staff', 'previewCancellation'> = async (request) => {
  const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
  return { cancellation: await previewOf(billingWorldOf(request), scene, cancelAskOf(request.query)) };
};
