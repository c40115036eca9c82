import type { Profile } from '../../shared/domain/member.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { profileWrites } from '../store/profile-row.ts';

export const createMember: Handler<'staff', 'createMember'> = async (request) => {
  const { body, slug, today, may } = request;
  const memberId = request.newId('member');
  const { care, ...details } = body;
  const profile: Profile = {
    memberId,
    ...details,
    ...(care && may('clients.care') ? { care } : {}),
    createdOn: today,
    logins: [],
  };
  return request.change(async () => ({
    writes: [...profileWrites(slug, undefined, profile), announce(request.event('member.created', {}, memberId))],
    reply: { memberId },
  }));
};
