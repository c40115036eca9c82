import { refuseUnlessOpen } from '../../shared/domain/estimate-answer.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { mailedTo } from './mailed-to.ts';
import { loadEstimate } from './member-estimate.ts';

/** The mail follows, unless the client was faster. */
export const mailEstimate: Handler<'staff', 'mailEstimate'> = async (request) => {
  const { path, today } = request;
  const { memberId, estimateId } = path;
  return request.change(async () => {
    const { before, member } = await loadEstimate(request, path);
    const { email } = member.profile;
    refuseUnlessOpen(before.value, today);
    refuseUnless(email !== undefined, 'email_missing');
    return {
      writes: [announce(request.event('estimate.sent_again', { estimateId }, memberId))],
      reply: mailedTo(request, email),
    };
  });
};
