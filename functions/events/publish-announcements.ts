import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { DomainEvent } from '../../shared/domain/events.ts';
import { type EventBus, eventBus } from '../gateways/event-bus.ts';
import { env } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { announcementOf } from '../store/announcement.ts';

/** Where publishing stopped, and why. */
interface Stop {
  readonly position: number;
  readonly reason: string;
}

/**
 * Publishes what the records announce, in their order, and stops at the first that does not parse or is not taken.
 * Answers that record and all after it as failed: the stream delivers them again, and in the end puts them aside.
 */
export async function publishAnnouncements(
  records: readonly DynamoDBRecord[],
  bus: EventBus,
  report: (stop: Stop) => void,
): Promise<DynamoDBBatchResponse> {
  const { announced, stop: unreadable } = read(records);
  const stop = (await publish(announced, bus)) ?? unreadable;
  if (!stop) return { batchItemFailures: [] };
  report(stop);
  const failed = records.slice(stop.position);
  return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })) };
}

interface Announced {
  readonly position: number;
  readonly event: DomainEvent;
}

function read(records: readonly DynamoDBRecord[]): { announced: Announced[]; stop?: Stop } {
  const announced: Announced[] = [];
  for (const [position, record] of records.entries()) {
    try {
      const event = announcementOf(record);
      if (event) announced.push({ position, event });
    } catch (error) {
      return { announced, stop: { position, reason: String(error) } };
    }
  }
  return { announced };
}

/** The most that one call of PutEvents takes. */
const batchSize = 10;

async function publish(announced: readonly Announced[], bus: EventBus): Promise<Stop | undefined> {
  for (let start = 0; start < announced.length; start += batchSize) {
    const batch = announced.slice(start, start + batchSize);
    const refusals = await bus
      .publish(batch.map(({ event }) => event))
      .catch((error: unknown) => batch.map(() => String(error)));
    for (const [index, { position }] of batch.entries()) {
      const reason = refusals[index];
      if (reason !== undefined) return { position, reason };
    }
  }
  return undefined;
}

let bus: EventBus | undefined;

/** Lambda entry, behind the table's stream. */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  bus ??= eventBus(env('BUS_NAME'));
  return publishAnnouncements(event.Records, bus, ({ position, reason }) => {
    const record = event.Records[position]?.dynamodb?.SequenceNumber;
    log('error', 'publishing stopped', { record, reason });
  });
}
