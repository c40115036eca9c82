import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';
import { EventId, Slug } from '../../shared/domain/ids.ts';
import { Instant } from '../../shared/domain/time.ts';
import { placeOnDueIndex } from './due-index.ts';
import { keys } from './keys.ts';
import { parseRow, rowOf, type Stored } from './stored.ts';
import { insert, type Key, type NewRow, replace, type Table, type Write } from './table.ts';

/** Seconds that the mark of a mail is kept: longer than any queue delivers again. */
const markKept = 30 * 24 * 3600;

/** The mail of an event: it waits for the morning, or it was sent, or it was not called for any more when it could leave. */
const MailRow = z.union([
  z.strictObject({ event: DomainEvent, until: Instant }),
  z.strictObject({ sentAt: Instant }),
  z.strictObject({ droppedAt: Instant, because: z.string() }),
]);
export type MailRow = z.infer<typeof MailRow>;

/** Names a mail: that of an event of a business. */
export const MailName = z.strictObject({ business: Slug, eventId: EventId });
export type MailName = z.infer<typeof MailName>;

export async function readMail(table: Table, { business, eventId }: MailName): Promise<Stored<MailRow> | undefined> {
  const [row] = await table.read([keys.mail(business, eventId)]);
  return row && parseRow(MailRow, row);
}

const write = (before: Stored<MailRow> | undefined, row: NewRow): Write =>
  before === undefined ? insert(row) : replace(row, before.version);

/** Lets the mail wait until an instant (milliseconds), where the sweep finds it. */
export function waitingMail(event: DomainEvent, until: number, before: Stored<MailRow> | undefined): Write {
  const { business, eventId } = event;
  const place = placeOnDueIndex('MAIL', until, business, eventId);
  return write(before, rowOf(keys.mail(business, eventId), { event, until } satisfies MailRow, place));
}

/** Marks the mail as done with, so that neither the queue nor the sweep brings it again. */
export function finishedMail(
  { business, eventId }: MailName,
  now: number,
  before: Stored<MailRow> | undefined,
  dropped?: string,
): Write {
  const data: MailRow = dropped === undefined ? { sentAt: now } : { droppedAt: now, because: dropped };
  return write(before, rowOf(keys.mail(business, eventId), data, { ttl: Math.floor(now / 1000) + markKept }));
}

/** The mail that a key of the due index names. Keys look like `B#<slug>#MAIL#<event>`. */
export function mailNameOf({ pk }: Key): MailName {
  const [, business, , eventId] = pk.split('#');
  return MailName.parse({ business, eventId });
}
