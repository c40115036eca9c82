import { MemberDetails, type Profile } from '../../shared/domain/member.ts';
import type { Permission } from '../../shared/domain/permission.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { profileWrites, sameDetails } from '../store/profile-row.ts';

export const updateMember: Handler<'staff', 'updateMember'> = async (request) => {
  const { body, slug, path, may } = request;
  return request.change(async () => {
    const { profileRow, profile: before } = await request.loadMember();
    refuseUnless(profileRow.value.revision === body.version, 'conflicting_change');
    const after = edited(before, body.details, may);
    if (sameDetails(before, after)) return { writes: [], reply: { version: body.version } };
    return {
      writes: [...profileWrites(slug, profileRow, after), announce(request.event('member.changed', {}, path.memberId))],
      reply: { version: body.version + 1 },
    };
  });
};

/** The profile after an edit: what the role cannot see it cannot change either, so it stays. */
function edited(before: Profile, given: MemberDetails, may: (permission: Permission) => boolean): Profile {
  const { email, phone, birthday } = may('clients.contact') ? given : before;
  const care = may('clients.care') ? given.care : before.care;
  return {
    ...withoutDetails(before),
    firstName: given.firstName,
    lastName: given.lastName,
    ...(given.company ? { company: given.company } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(birthday ? { birthday } : {}),
    ...(given.language ? { language: given.language } : {}),
    ...(care ? { care } : {}),
  };
}

/** What is not edited: logins, the invitation, mails that the client has ended, an address that nothing reaches. */
function withoutDetails(profile: Profile): Omit<Profile, keyof MemberDetails> {
  const details = new Set(Object.keys(MemberDetails.shape));
  const rest = Object.entries(profile).filter(([field]) => !details.has(field));
  return Object.fromEntries(rest) as Omit<Profile, keyof MemberDetails>;
}
