import { linkLifetime, staffInvitationState } from '../../shared/domain/link.ts';
import { formatInstant } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { insertLink } from '../store/link-rows.ts';
import { readStaff } from '../store/person-rows.ts';
import { tongueFor } from './addressee.ts';
import type { Prepare } from './world.ts';

/** The link of a colleague's invitation, as long as it is open. */
export const staffInvitation: Prepare = async ({ table, chance, staff }, { event, now, configuration, site }) => {
  const { business: slug, subject } = event;
  const staffId = String(subject.staffId);
  const invitationId = String(subject.invitationId);
  const person = (await readStaff(table, slug, staffId))?.value;
  if (!person || staffInvitationState(person, invitationId) !== 'open') return 'superseded';

  const { email, name } = person;
  const kind = (await staff.find(email)) === undefined ? 'staff_invitation' : 'staff_sign_in';
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
  const business = configuration.business.value;
  const tongue = tongueFor(undefined, business);
  return {
    kind,
    to: email,
    tongue,
    words: mailsIn(tongue.language).access[kind]({
      business: business.name,
      name,
      until: formatInstant(until, business.timeZone, tongue.locale),
    }),
    url: `${site}/admin/invitation#${token}`,
  };
};
