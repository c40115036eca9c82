import * as z from 'zod/mini';
import { Language } from '../../shared/domain/business.ts';
import { EnrolmentId, InvitationId, MemberId, MembershipId, PlanId } from '../../shared/domain/ids.ts';
import { Email, Line, Phone } from '../../shared/domain/text.ts';
import { Instant } from '../../shared/domain/time.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, replace, type Table, type Write } from './table.ts';

/**
 * Seconds that somebody who did not finish joining is remembered: longer than the provider's page stays open. Whoever
 * did is kept: the provider knows the payment by the enrolment's id alone, also when it is disputed months later.
 */
const kept = 3 * 24 * 3600;

/** What was agreed to, word for word, and when: proof is kept with the membership (rule 13). */
export const Consent = z.strictObject({ termsVersion: z.string(), text: z.string(), at: Instant, language: Language });
export type Consent = z.infer<typeof Consent>;

/** Somebody who is joining online. The ids are chosen at the start, so that finishing twice makes one membership. */
export const Enrolment = z.strictObject({
  enrolmentId: EnrolmentId,
  memberId: MemberId,
  membershipId: MembershipId,
  invitationId: InvitationId,
  planId: PlanId,
  planVersion: z.int(),
  firstName: Line(60),
  lastName: Line(60),
  email: Email,
  phone: z.optional(Phone),
  language: Language,
  consent: Consent,
  startedAt: Instant,
  /** The client record that it became; absent until then. `given_back`: they had this membership already. */
  outcome: z.optional(z.strictObject({ kind: z.enum(['enrolled', 'given_back']), memberId: MemberId })),
});
export type Enrolment = z.infer<typeof Enrolment>;

const rowFor = (slug: string, enrolment: Enrolment) =>
  rowOf(
    keys.enrolment(slug, enrolment.enrolmentId),
    enrolment,
    enrolment.outcome === undefined ? { ttl: Math.floor(enrolment.startedAt / 1000) + kept } : {},
  );

export const insertEnrolment = (slug: string, enrolment: Enrolment): Write => insert(rowFor(slug, enrolment));

export const replaceEnrolment = (slug: string, before: Stored<Enrolment>, after: Enrolment): Write =>
  replace(rowFor(slug, after), before.version);

export async function readEnrolment(
  table: Table,
  slug: string,
  enrolmentId: string,
): Promise<Stored<Enrolment> | undefined> {
  const [row] = await table.read([keys.enrolment(slug, enrolmentId)]);
  return row && parseRow(Enrolment, row);
}

export const insertConsent = (slug: string, memberId: string, membershipId: string, consent: Consent): Write =>
  insert(rowOf(keys.consent(slug, memberId, membershipId), consent));
