import { linkLifetime, memberInvitationState } from '../../shared/domain/link.ts';
import { fullName, isUndeliverable } from '../../shared/domain/member.ts';
import { formatInstant } from '../../shared/wording/format.ts';
import { mailsIn } from '../../shared/wording/mails/mails.ts';
import { change } from '../store/change.ts';
import { insertLink } from '../store/link-rows.ts';
import { readProfile } from '../store/person-rows.ts';
import { profileWrites } from '../store/profile-row.ts';
import { tongueFor } from './addressee.ts';
import type { Letter } from './letter.ts';
import type { NoMail, Prepare } from './world.ts';

/** The link of a member's invitation, as long as no newer one took its place (000-037). */
export const memberInvitation: Prepare = async (world, { event, now, configuration, site }) => {
  const { table, chance, members } = world;
  const business = configuration.business.value;
  const { business: slug, memberId = '' } = event;
  const invitationId = String(event.subject.invitationId);
  const token = chance.newToken();
  const until = now + linkLifetime.member_invitation;

  return change<Letter | NoMail>(
    table,
    async () => {
      const row = await readProfile(table, slug, memberId);
      const profile = row?.value.profile;
      if (!profile?.invitation || memberInvitationState(profile, invitationId) !== 'open') {
        return { writes: [], reply: 'superseded' };
      }
      const email = profile.invitation.to;
      if (isUndeliverable(profile, email)) return { writes: [], reply: 'undeliverable' };
      const kind = (await members.find(email)) === undefined ? 'member_invitation' : 'member_sign_in';
      const tongue = tongueFor(profile.language, business);
      return {
        writes: [
          insertLink(slug, token, {
            purpose: 'member_invitation',
            audience: 'member',
            memberId,
            invitationId,
            email,
            expiresAt: until,
          }),
          ...profileWrites(slug, row, { ...profile, invitation: { ...profile.invitation, sentAt: now } }),
        ],
        reply: {
          kind,
          to: email,
          tongue,
          words: mailsIn(tongue.language).access[kind]({
            business: business.name,
            name: fullName(profile),
            until: formatInstant(until, business.timeZone, tongue.locale),
          }),
          url: `${site}/portal/invitation#${token}`,
        },
      };
    },
    { pause: chance.pause },
  );
};
