import type { Handler } from '../http/request.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { announce } from '../store/event-writes.ts';

export const updateBilling: Handler<'staff', 'updateBilling'> = async (request) => {
  const { usesAccountCredit, payLaterDisabled } = request.body;
  return request.change(async () => {
    const { billing, profile } = await request.loadMember();
    const before = billing.value;
    const after = {
      ...before,
      usesAccountCredit: usesAccountCredit ?? before.usesAccountCredit,
      payLaterDisabled: payLaterDisabled ?? before.payLaterDisabled,
    };
    const isSame =
      after.usesAccountCredit === before.usesAccountCredit && after.payLaterDisabled === before.payLaterDisabled;
    if (isSame) return { writes: [], reply: {} };
    const subject = {
      usesAccountCredit: after.usesAccountCredit ? 1 : 0,
      payLaterDisabled: after.payLaterDisabled ? 1 : 0,
    };
    return {
      writes: [
        billingWrite(request.slug, billing, after),
        announce(request.event('billing.changed', subject, profile.memberId)),
      ],
      reply: {},
    };
  });
};
