import * as z from 'zod/mini';
import { InvitationId, LoginId, MemberId, StaffId } from './ids.ts';
import type { Profile } from './member.ts';
import type { StaffMember } from './staff-member.ts';
import { Email } from './text.ts';
import { Instant } from './time.ts';

const hour = 3_600_000;

/** How long a link works, in milliseconds. */
export const linkLifetime = {
  member_invitation: 7 * 24 * hour,
  staff_invitation: 7 * 24 * hour,
  password_reset: hour,
} as const;
export type LinkPurpose = keyof typeof linkLifetime;

/** Milliseconds that the record outlives the link, so that an old link can still offer a fresh one (000-022). */
export const linkRemembered = 30 * 24 * hour;

const common = { email: Email, expiresAt: Instant, usedAt: z.optional(Instant) };

/** What is known of a link from a mail. Its token is not: only the token's hash is kept, as the key. */
export const Link = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.literal('member_invitation'),
    audience: z.literal('member'),
    memberId: MemberId,
    invitationId: InvitationId,
    ...common,
  }),
  z.strictObject({
    purpose: z.literal('staff_invitation'),
    audience: z.literal('staff'),
    staffId: StaffId,
    invitationId: InvitationId,
    ...common,
  }),
  z.strictObject({
    purpose: z.literal('password_reset'),
    audience: z.enum(['member', 'staff']),
    loginId: LoginId,
    ...common,
  }),
]);
export type Link = z.infer<typeof Link>;
export type LinkFor<Purpose extends LinkPurpose> = Extract<Link, { purpose: Purpose }>;

/** What is recorded now about whom a link was sent to: the person invited, or whether a password link is the newest. */
export interface LinkOwner {
  readonly profile?: Profile | undefined;
  readonly person?: StaffMember | undefined;
  /** False as soon as a newer password link was sent, or the password was reset with one. */
  readonly isNewest?: boolean;
}

/** What has become of an invitation. `void` when a newer one took its place or it no longer belongs to the address. */
export type InvitationState = 'open' | 'accepted' | 'void';

/** A member's invitation: the newest one counts, and only as long as the record keeps its address (000-037). */
export function memberInvitationState(profile: Profile | undefined, invitationId: string): InvitationState {
  const newest = profile?.invitation;
  if (newest === undefined || newest.invitationId !== invitationId) return 'void';
  if (newest.acceptedAt !== undefined) return 'accepted';
  // A mistyped address that staff have corrected since must not open the profile.
  return profile?.email === newest.to ? 'open' : 'void';
}

export function staffInvitationState(person: StaffMember | undefined, invitationId: string): InvitationState {
  if (person === undefined || person.invitation?.invitationId !== invitationId) return 'void';
  if (person.state === 'active') return 'accepted';
  return person.state === 'invited' ? 'open' : 'void';
}

export type LinkState = 'valid' | 'used' | 'expired';

/** Whether a link works at an instant. One that a newer one made void counts as expired: a fresh one is the way out. */
export function linkState(link: Link, owner: LinkOwner, at: Instant): LinkState {
  const invitation = invitationState(link, owner);
  if (link.usedAt !== undefined || invitation === 'accepted') return 'used';
  return invitation === 'void' || at >= link.expiresAt ? 'expired' : 'valid';
}

function invitationState(link: Link, { profile, person, isNewest }: LinkOwner): InvitationState {
  switch (link.purpose) {
    case 'member_invitation':
      return memberInvitationState(profile, link.invitationId);
    case 'staff_invitation':
      return staffInvitationState(person, link.invitationId);
    case 'password_reset':
      return isNewest ? 'open' : 'void';
    default:
      return link satisfies never;
  }
}
