import type { Handler } from '../http/request.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { announce } from '../store/event-writes.ts';

export const setAccountCreditUse: Handler<'member', 'setAccountCreditUse'> = async (request) => {
  const { usesAccountCredit } = request.body;
  return request.change(async () => {
    const { billing, profile } = await request.loadMember();
    if (billing.value.usesAccountCredit === usesAccountCredit) return { writes: [], reply: { usesAccountCredit } };
    const event = request.event('billing.changed', { usesAccountCredit: usesAccountCredit ? 1 : 0 }, profile.memberId);
    return {
      writes: [billingWrite(request.slug, billing, { ...billing.value, usesAccountCredit }), announce(event)],
      reply: { usesAccountCredit },
    };
  });
};
