import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { DomainEvent } from '../../shared/domain/events.ts';
import { rowOfItem } from './item.ts';

/** The data of an announcing row: the event itself, or a credit entry that carries its event. */
const Announcement = z.union([DomainEvent, z.object({ event: DomainEvent })]);

/**
 * The event that a record of the table's stream announces: that of a new row with `announces`. Other records have none.
 * Throws when such a row is damaged; the message names attributes, never their values.
 */
export function announcementOf({ eventName, dynamodb }: DynamoDBRecord): DomainEvent | undefined {
  if (eventName !== 'INSERT') return undefined;
  if (!dynamodb?.NewImage) throw new Error('a new row came without its image');
  if (dynamodb.NewImage.announces === undefined) return undefined;
  const row = rowOfItem(plainValue({ M: dynamodb.NewImage }));
  const parsed = Announcement.safeParse(row.data);
  if (!parsed.success) throw new Error(`the row ${row.pk} / ${row.sk} announces something that is not an event`);
  const event = 'event' in parsed.data ? parsed.data.event : parsed.data;
  if (event.type !== row.announces) throw new Error(`the row ${row.pk} / ${row.sk} announces another event`);
  return event;
}

/** A stream's record is not unmarshalled by the SDK. Only the types that the table writes are read. */
function plainValue(attribute: AttributeValue): unknown {
  const { S, N, BOOL, NULL, L, M } = attribute;
  if (S !== undefined) return S;
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (NULL !== undefined) return null;
  if (L !== undefined) return L.map(plainValue);
  if (M !== undefined) return Object.fromEntries(Object.entries(M).map(([name, value]) => [name, plainValue(value)]));
  throw new Error(`the table has no attributes of type ${Object.keys(attribute).join()}`);
}
