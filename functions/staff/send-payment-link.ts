import { refuseUnless } from '../../shared/domain/refusal.ts';
import { takingCards } from '../billing/person.ts';
import { billingWorldOf } from '../billing/request-world.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { mailedTo } from './mailed-to.ts';

/** Announces the wish; the mail with the link follows at once, whatever the hour: somebody waits for it (000-048). */
export const sendPaymentLink: Handler<'staff', 'sendPaymentLink'> = async (request) =>
  request.change(async () => {
    await takingCards(billingWorldOf(request), request.slug);
    const { profile } = await request.loadMember();
    refuseUnless(profile.email !== undefined, 'email_missing');
    return {
      writes: [announce(request.event('payment.link_requested', {}, profile.memberId))],
      reply: mailedTo(request, profile.email),
    };
  });
