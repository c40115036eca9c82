import type { DomainEvent, EventType } from '../../shared/domain/events.ts';
import { keys } from '../store/keys.ts';
import { readBusiness } from '../store/person-rows.ts';
import { rowOf } from '../store/stored.ts';
import { insert, type Table, WriteConflict } from '../store/table.ts';
import { mailOf } from './letter.ts';
import { memberInvitation } from './member-invitation.ts';
import { passwordReset } from './password-reset.ts';
import { staffInvitation } from './staff-invitation.ts';
import type { MailWorld, NoMail, Prepare } from './world.ts';

export type MailOutcome = 'sent' | 'already_sent' | 'not_for_mail' | NoMail;

const preparations: Readonly<Partial<Record<EventType, Prepare>>> = {
  'member.invited': memberInvitation,
  'staff.invited': staffInvitation,
  'password_reset.requested': passwordReset,
};

/** Seconds that the mark is kept: longer than any queue delivers again. */
const markKept = 30 * 24 * 3600;

/**
 * Sends the mail that an event calls for. `now` is the event's instant. The link is stored before the mail leaves, the
 * mark after it: a crash in between sends a second mail with a second link at worst, and never loses one.
 */
export async function sendEventMail(world: MailWorld, event: DomainEvent, now: number): Promise<MailOutcome> {
  const { table, mailer, siteOf } = world;
  const slug = event.business;
  const prepare = preparations[event.type];
  if (!prepare) return 'not_for_mail';
  const mark = keys.mail(slug, event.eventId);
  const [sent] = await table.read([mark]);
  if (sent) return 'already_sent';
  const business = await readBusiness(table, slug);
  if (!business) throw new Error(`there is no business ${slug}`);

  const letter = await prepare(world, event, now);
  if (typeof letter === 'string') return letter;
  const tags = { template: letter.kind, business: slug, event: event.eventId };
  await mailer.send(mailOf(letter, business.value, siteOf(slug), tags));
  await markSent(table, mark, now);
  return 'sent';
}

async function markSent(table: Table, mark: ReturnType<typeof keys.mail>, now: number): Promise<void> {
  try {
    await table.commit([insert(rowOf(mark, { sentAt: now }, { ttl: Math.floor(now / 1000) + markKept }))]);
  } catch (error) {
    // The same event was delivered twice at the same time: the other delivery has marked it.
    if (!(error instanceof WriteConflict)) throw error;
  }
}
