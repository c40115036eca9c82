import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { profileWrites } from '../store/profile-row.ts';

/**
 * Records a new invitation and announces it; the mail follows. Whether the address already has a login elsewhere is
 * not looked up here: the salon must not learn it from the answer.
 */
export const sendPortalInvite: Handler<'staff', 'sendPortalInvite'> = async (request) => {
  const { slug, at } = request;
  const invitationId = request.newId('invitation');
  return request.change(async () => {
    const { profile, profileRow } = await request.loadMember();
    const { email, memberId } = profile;
    refuseUnless(email !== undefined, 'email_missing');
    const invited = { ...profile, invitation: { invitationId, to: email, requestedAt: at } };
    return {
      writes: [
        ...profileWrites(slug, profileRow, invited),
        announce(request.event('member.invited', { invitationId }, memberId)),
      ],
      reply: { to: email },
    };
  });
};
