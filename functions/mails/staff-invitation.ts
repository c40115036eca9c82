import { linkLifetime, staffInvitationState } from '../../shared/domain/link.ts';
import { insertLink } from '../store/link-rows.ts';
import { readStaff } from '../store/person-rows.ts';
import type { Prepare } from './world.ts';

/** The link of a colleague's invitation, as long as it is open. */
export const staffInvitation: Prepare = async ({ table, chance, staff, siteOf }, event, now) => {
  const { business: slug, subject } = event;
  const staffId = String(subject.staffId);
  const invitationId = String(subject.invitationId);
  const person = (await readStaff(table, slug, staffId))?.value;
  if (!person || staffInvitationState(person, invitationId) !== 'open') return 'superseded';

  const { email, name } = person;
  const hasPassword = (await staff.find(email)) !== undefined;
  const token = chance.newToken();
  const until = now + linkLifetime.staff_invitation;
  await table.commit([
    insertLink(slug, token, {
      purpose: 'staff_invitation',
      audience: 'staff',
      staffId,
      invitationId,
      email,
      expiresAt: until,
    }),
  ]);
  return {
    kind: hasPassword ? 'staff_sign_in' : 'staff_invitation',
    to: email,
    name,
    url: `${siteOf(slug)}/admin/invitation#${token}`,
    until,
  };
};
