import type { Handler } from '../http/request.ts';
import { billingWrite } from '../store/billing-rows.ts';
import { announce } from '../store/event-writes.ts';

export const voidPaymentLinks: Handler<'staff', 'voidPaymentLinks'> = async (request) =>
  request.change(async () => {
    const { billing, profile } = await request.loadMember();
    const { link } = billing.value;
    // Without a link that was sent there is nothing to take back.
    if (link === undefined) return { writes: [], reply: {} };
    return {
      writes: [
        billingWrite(request.slug, billing, { ...billing.value, link: { ...link, voidBefore: request.at } }),
        announce(request.event('payment.links_voided', {}, profile.memberId)),
      ],
      reply: {},
    };
  });
