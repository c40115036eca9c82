import { saveOfferFor } from '../../shared/domain/offer-beside-cancel.ts';
import { refuseUnlessLet } from '../../shared/domain/self-service.ts';
import { previewOf } from '../billing/preview-cancellation.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { ownScene } from './own-membership.ts';

export const previewOwnCancellation: Handler<'member', 'previewOwnCancellation'> = async (request) => {
  const scene = await ownScene(request, request.path.membershipId);
  const { membership, business, occasion } = scene;
  // What was decided, whoever did, is theirs to know.
  if (membership.cancelOn === undefined) refuseUnlessLet('cancel', membership, business.features);
  const cancellation = await previewOf(billingWorldOf(request), scene, { when: 'period_end' });
  const offer = cancellation.decided ? undefined : saveOfferFor(business, membership, occasion.today);
  return { cancellation, ...(offer === undefined ? {} : { offer }) };
};
