import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../protocol/aws-json.ts';
import type { Place } from '../protocol/place.ts';
import { invalidParameter, type Queue, type SendOptions } from './queue.ts';
import type { QueuedMessage, QueueStore } from './store.ts';

/** What a request to send says beside the body. */
export function sendOptions(entry: JsonObject): SendOptions {
  const { MessageAttributes: attributes, DelaySeconds, MessageGroupId: group, MessageDeduplicationId: once } = entry;
  return {
    ...(isObject(attributes) ? { attributes: JSON.stringify(attributes) } : {}),
    ...(DelaySeconds === undefined ? {} : { delaySeconds: integer(entry, 'DelaySeconds', 0, 900, 0) }),
    ...(typeof group === 'string' ? { groupId: group } : {}),
    ...(typeof once === 'string' ? { deduplicationId: once } : {}),
  };
}

/** A received message as SQS writes it. */
export function onTheWire(message: QueuedMessage) {
  const attributes: unknown = JSON.parse(message.attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(isObject(attributes) && Object.keys(attributes).length > 0 ? { MessageAttributes: attributes } : {}),
    Attributes: {
      SenderId: 'AIDALOCAL',
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receives),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      ...(message.groupId === null ? {} : { MessageGroupId: message.groupId }),
      ...(message.deduplicationId === null ? {} : { MessageDeduplicationId: message.deduplicationId }),
      ...(message.groupId === null ? {} : { SequenceNumber: String(message.seq).padStart(20, '0') }),
    },
  };
}

/** The attributes of a queue as GetQueueAttributes gives them. */
export function attributesOf({ definition }: Queue, store: QueueStore, place: Place): Record<string, string> {
  const counts = store.counts(definition.name, Date.now());
  const arnOf = (name: string) => `arn:aws:sqs:${place.region}:${place.account}:${name}`;
  const { redrive } = definition;
  return {
    QueueArn: arnOf(definition.name),
    VisibilityTimeout: String(definition.visibilityTimeoutSeconds),
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    ...(definition.fifo ? { FifoQueue: 'true' } : {}),
    ...(redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: arnOf(redrive.deadLetterQueueName),
        maxReceiveCount: redrive.maxReceiveCount,
      }),
    }),
  };
}

/** An integer parameter within its bounds, or SQS's refusal. */
export function integer(input: JsonObject, name: string, lowest: number, highest: number, fallback: number): number {
  const value = input[name] ?? fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw invalidParameter(
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${lowest} and ${highest}, if provided.`,
  );
}

/** The checksum by which the SDK tells whether a body arrived whole. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
