import * as z from 'zod/mini';
import { Language } from './business.ts';
import { InvitationId, LoginId, MemberId } from './ids.ts';
import { Email, Line, Lines, Phone } from './text.ts';
import { Instant, LocalDate } from './time.ts';

/** Only for people who treat the client: never in lists, mails or the portal (001-069, 001-071). */
export const Care = z.strictObject({
  allergies: z.optional(Lines(500)),
  formulas: z.optional(Lines(2000)),
  preferences: z.optional(Lines(1000)),
});
export type Care = z.infer<typeof Care>;

/** What staff write down about a client. */
export const MemberDetails = z.strictObject({
  firstName: Line(60),
  lastName: Line(60),
  /** The company that this client stands for; the names are then those of whoever speaks for it (rule C10). */
  company: z.optional(Line(120)),
  email: z.optional(Email),
  phone: z.optional(Phone),
  birthday: z.optional(LocalDate),
  language: z.optional(Language),
  care: z.optional(Care),
});
export type MemberDetails = z.infer<typeof MemberDetails>;

/** A portal login that may open this profile. `email` is the address it signs in with. */
export const Login = z.strictObject({ loginId: LoginId, email: Email, linkedAt: Instant });
export type Login = z.infer<typeof Login>;

/** The newest portal invitation; an older one is void because its id is not this one (000-037). */
export const Invitation = z.strictObject({
  invitationId: InvitationId,
  to: Email,
  requestedAt: Instant,
  sentAt: z.optional(Instant),
  acceptedAt: z.optional(Instant),
});
export type Invitation = z.infer<typeof Invitation>;

/** Mails that a member may end. What the law or a running contract demands is always sent (rule M1). */
export const MailList = z.enum(['service', 'expiry_alerts']);
export type MailList = z.infer<typeof MailList>;

export const Profile = z.strictObject({
  memberId: MemberId,
  ...MemberDetails.shape,
  createdOn: LocalDate,
  logins: z.array(Login).check(z.maxLength(10)),
  invitation: z.optional(Invitation),
  /** Mails that the member has ended. */
  unsubscribed: z.optional(z.array(MailList)),
  /** The address bounced, or its owner complained: nothing is sent there until it changes (rule M4). */
  undeliverable: z.optional(z.strictObject({ email: Email, since: Instant, why: z.enum(['bounce', 'complaint']) })),
});
export type Profile = z.infer<typeof Profile>;

/** Whose a membership is called: the company’s where the client stands for one, else the given name. */
export const holderName = ({ company, firstName }: Pick<Profile, 'company' | 'firstName'>): string =>
  company ?? firstName;

/** Who stands on papers: the company, and who speaks for it. */
export const buyerName = (profile: Pick<Profile, 'company' | 'firstName' | 'lastName'>): string =>
  profile.company === undefined ? fullName(profile) : `${profile.company}, ${fullName(profile)}`;

/** True when mail to the address has come back, or its owner has complained (rule M4). */
export const isUndeliverable = ({ undeliverable }: Profile, email: string): boolean => undeliverable?.email === email;

/** True when mail reaches the person, as far as we know. */
export const isReachable = (profile: Profile): boolean =>
  profile.email !== undefined && !isUndeliverable(profile, profile.email);

export const fullName = (person: Pick<Profile, 'firstName' | 'lastName'>): string =>
  `${person.firstName} ${person.lastName}`;

/** True when somebody signs in with another address than the record's: the usual cause of “I see nothing” (000-042). */
export function hasLoginMismatch(profile: Pick<Profile, 'email' | 'logins'>): boolean {
  return profile.logins.length > 0 && profile.logins.every((login) => login.email !== profile.email);
}
