import { completeCheckout as complete } from '../billing/complete-checkout.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';

export const completeCheckout: Handler<'public', 'completeCheckout'> = async (request) => {
  const { slug, at, requestId, body } = request;
  const report = { slug, at, requestId, actor: { kind: 'visitor' } } as const;
  return complete(billingWorldOf(request), report, body.sessionId);
};
