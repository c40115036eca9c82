import * as z from 'zod/mini';
import { Business, newBusiness } from '../../shared/domain/business.ts';
import { localDateOf } from '../../shared/domain/calendar.ts';
import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import { refuseUnless } from '../../shared/domain/refusal.ts';
import { isReservedSlug } from '../../shared/domain/reserved-slugs.ts';
import { StaffMember } from '../../shared/domain/staff-member.ts';
import { Email } from '../../shared/domain/text.ts';
import { Instant } from '../../shared/domain/time.ts';
import type { Instance } from '../runtime/instance.ts';
import { change } from '../store/change.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { closingOf, firstLedgerBook } from '../store/ledger-rows.ts';
import { emailHashOf } from '../store/staff-writes.ts';
import { rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';

/** What an operator says about a new business. `at` replays a creation for another instant (milliseconds). */
export const NewBusiness = z.strictObject({
  slug: Business.shape.slug,
  name: Business.shape.name,
  ownerEmail: Email,
  ownerName: StaffMember.shape.name,
  timeZone: Business.shape.timeZone,
  currency: Business.shape.currency,
  locale: Business.shape.locale,
  contact: z.optional(Business.shape.contact),
  at: z.optional(Instant),
});
export type NewBusiness = z.infer<typeof NewBusiness>;

/** Creates a business with its owner, who is invited by mail. Answers the owner's id. Refuses `slug_taken`. */
export async function createBusiness(
  { table, chance }: Instance,
  given: NewBusiness,
  at: number,
  requestId: string,
): Promise<{ slug: string; staffId: string }> {
  const { slug, ownerEmail, ownerName, name, timeZone, currency, locale, contact = { email: ownerEmail } } = given;
  refuseUnless(!isReservedSlug(slug), 'slug_taken');
  const staffId = chance.newId('staff', at);
  const invitationId = chance.newId('invitation', at);
  const owner: StaffMember = {
    staffId,
    name: ownerName,
    email: ownerEmail,
    role: 'owner',
    state: 'invited',
    invitation: { invitationId, requestedAt: at },
  };
  const event = (type: EventType, subject: DomainEvent['subject']): DomainEvent => ({
    eventId: chance.newId('event', at),
    type,
    business: slug,
    actor: { kind: 'operator' },
    at,
    requestId,
    subject,
  });
  const events = [event('business.created', {}), event('staff.invited', { staffId, invitationId })];

  return change(
    table,
    async () => {
      const [taken] = await table.read([keys.business(slug)]);
      refuseUnless(taken === undefined, 'slug_taken');
      const business = newBusiness({ slug, name, timeZone, currency, locale, contact });
      return {
        writes: [
          insert(rowOf(keys.business(slug), business)),
          insert(rowOf(keys.staff(slug, staffId), owner)),
          firstLedgerBook(slug, closingOf(localDateOf(at, timeZone), timeZone)),
          insert(rowOf(keys.staffEmail(slug, emailHashOf(ownerEmail)), { staffId })),
          ...events.map(announce),
        ],
        reply: { slug, staffId },
      };
    },
    { pause: chance.pause },
  );
}
