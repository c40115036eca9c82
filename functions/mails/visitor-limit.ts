import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { EventId } from '../../shared/domain/ids.ts';
import { keys } from '../store/keys.ts';
import { parseRow, rowOf } from '../store/stored.ts';
import { insert, type Table, type Write } from '../store/table.ts';

/** Mails that visitors can cause to one address within an hour. */
const mostMails = 3;
const hour = 3_600_000;

const Slot = z.strictObject({ eventId: EventId });

/**
 * The write that takes one of this hour's slots for an address; no write when the event holds one already, undefined
 * when all are taken. There are no counters: each slot is a row that only one event can insert.
 */
export async function takeSlot(
  table: Table,
  event: { readonly business: string; readonly eventId: string },
  email: string,
  now: number,
): Promise<Write[] | undefined> {
  const address = createHash('sha256').update(email).digest('base64url');
  const window = Math.floor(now / hour);
  const slots = Array.from({ length: mostMails }, (_, index) =>
    keys.request(event.business, `${address}#${window}#slot-${index + 1}`),
  );
  const rows = await table.read(slots);
  if (rows.some((row) => row && parseRow(Slot, row).value.eventId === event.eventId)) return [];
  const free = slots.find((_, index) => rows[index] === undefined);
  if (free === undefined) return undefined;
  const ttl = Math.floor((now + 2 * hour) / 1000);
  return [insert(rowOf(free, { eventId: event.eventId }, { ttl }))];
}
