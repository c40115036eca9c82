import type { StaffMember } from '../../shared/domain/staff-member.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { type LoadedLink, loadLink } from '../store/link-rows.ts';
import { profileWrites } from '../store/profile-row.ts';
import { rowOf } from '../store/stored.ts';
import { replace, type Write } from '../store/table.ts';
import { resetRequestWrites } from './reset-request-writes.ts';
import type { Visit } from './visit.ts';

/** Milliseconds between two invitations that a visitor can cause: a mail that is on its way must not be voided. */
const pauseBetween = 20 * 60_000;

/** Sends a fresh link to whom the old one was meant for, at the address on record now; answers the same for any token. */
export const renewLink: Handler<'public', 'renewLink'> = (request) =>
  request.change(async () => {
    const loaded = await loadLink(request.instance.table, request.slug, request.body.token);
    return { writes: loaded ? renewalWrites(request, loaded) : [], reply: {} };
  });

function renewalWrites(visit: Visit, loaded: LoadedLink): Write[] {
  const link = loaded.link.value;
  switch (link.purpose) {
    case 'member_invitation':
      return memberWrites(visit, loaded);
    case 'staff_invitation':
      return staffWrites(visit, loaded);
    case 'password_reset':
      return resetRequestWrites(visit, { email: link.email, audience: link.audience });
    case 'card_update':
      return cardWrites(visit, loaded, link.memberId);
    case 'unsubscribe':
      // Works for longer than anybody keeps a mail, and never wears out.
      return [];
    default:
      return link satisfies never;
  }
}

function memberWrites(visit: Visit, { profileRow, profile }: LoadedLink): Write[] {
  const { slug, at } = visit;
  const invitation = profile?.invitation;
  if (!profile?.email || !invitation || invitation.acceptedAt !== undefined) return [];
  if (at - invitation.requestedAt < pauseBetween) return [];
  const invitationId = visit.newId('invitation');
  return [
    ...profileWrites(slug, profileRow, {
      ...profile,
      invitation: { invitationId, to: profile.email, requestedAt: at },
    }),
    announce(visit.event('member.invited', { invitationId }, profile.memberId)),
  ];
}

function staffWrites(visit: Visit, { staffRow }: LoadedLink): Write[] {
  const { slug, at } = visit;
  if (staffRow?.value.state !== 'invited') return [];
  const { staffId, invitation } = staffRow.value;
  if (invitation && at - invitation.requestedAt < pauseBetween) return [];
  const invitationId = visit.newId('invitation');
  const person: StaffMember = { ...staffRow.value, invitation: { invitationId, requestedAt: at } };
  return [
    replace(rowOf(keys.staff(slug, staffId), person), staffRow.version),
    announce(visit.event('staff.invited', { staffId, invitationId })),
  ];
}

/** How often a mail follows is decided by who sends it: see functions/mails/payment-link.ts. */
function cardWrites(visit: Visit, { profile, billing }: LoadedLink, memberId: string): Write[] {
  if (!profile?.email) return [];
  if (visit.at - (billing?.link?.sentAt ?? 0) < pauseBetween) return [];
  return [announce(visit.event('payment.link_requested', {}, memberId))];
}
