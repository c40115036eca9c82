import * as z from 'zod/mini';
import type { BillingProfile } from './billing-profile.ts';
import { InvitationId, LoginId, MemberId, StaffId } from './ids.ts';
import { MailList, type Profile } from './member.ts';
import type { StaffMember } from './staff-member.ts';
import { Email } from './text.ts';
import { Instant } from './time.ts';

const hour = 3_600_000;

/** 32 random bytes in base64url, as mailed. */
export const LinkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** How long a link works, in milliseconds. */
export const linkLifetime = {
  member_invitation: 7 * 24 * hour,
  staff_invitation: 7 * 24 * hour,
  password_reset: hour,
  card_update: 7 * 24 * hour,
  // The law wants it to work for a month; people clean up their mail once a year.
  unsubscribe: 400 * 24 * hour,
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
  /** Lets whoever holds it put a card on file for one member, and nothing else (000-020, 000-021). */
  z.strictObject({
    purpose: z.literal('card_update'),
    audience: z.literal('member'),
    memberId: MemberId,
    sentAt: Instant,
    ...common,
  }),
  /** Ends one kind of mail to one member (rule M2). */
  z.strictObject({
    purpose: z.literal('unsubscribe'),
    audience: z.literal('member'),
    memberId: MemberId,
    list: MailList,
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
  readonly billing?: BillingProfile | undefined;
}

/** What has become of an invitation. `void` when a newer one took its place or it no longer belongs to the address. */
export type InvitationState = 'open' | 'accepted' | 'void';

/** A payment link counts while the record keeps the address that it went to and nobody voided the links sent so far. */
function cardLinkState(
  { email, sentAt }: LinkFor<'card_update'>,
  profile: Profile | undefined,
  billing: BillingProfile | undefined,
): InvitationState {
  const isCurrent = profile?.email === email && sentAt >= (billing?.link?.voidBefore ?? 0);
  return isCurrent ? 'open' : 'void';
}

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

function invitationState(link: Link, { profile, person, isNewest, billing }: LinkOwner): InvitationState {
  switch (link.purpose) {
    case 'member_invitation':
      return memberInvitationState(profile, link.invitationId);
    case 'staff_invitation':
      return staffInvitationState(person, link.invitationId);
    case 'password_reset':
      return isNewest ? 'open' : 'void';
    case 'card_update':
      return cardLinkState(link, profile, billing);
    case 'unsubscribe':
      return profile === undefined ? 'void' : 'open';
    default:
      return link satisfies never;
  }
}
