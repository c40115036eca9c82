import { refuseUnless } from '../../shared/domain/refusal.ts';
import { accountOf } from '../billing/person.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';

/** Announces the wish; the mail with the link follows at once, whatever the hour: somebody waits for it (000-048). */
export const sendPaymentLink: Handler<'staff', 'sendPaymentLink'> = async (request) =>
  request.change(async () => {
    accountOf(request.configuration);
    const { profile } = await request.loadMember();
    refuseUnless(profile.email !== undefined, 'email_missing');
    return {
      writes: [announce(request.event('payment.link_requested', {}, profile.memberId))],
      reply: { to: profile.email },
    };
  });
