import { createHash } from 'node:crypto';
import { AwsRefusal, isObject, type JsonObject, type Operations, requireString } from '../protocol/aws-json.ts';
import type { Place } from '../protocol/place.ts';
import { invalidParameter, type Queue, type SendOptions } from './queue.ts';
import type { QueuedMessage, QueueStore } from './store.ts';
import type { openWaitingRoom } from './waiting-room.ts';

/** What the SQS operations work on. `urlOf` gives the URL clients use for a queue. */
export interface SqsParts {
  readonly queues: ReadonlyMap<string, Queue>;
  readonly store: QueueStore;
  readonly room: ReturnType<typeof openWaitingRoom>;
  readonly place: Place;
  readonly urlOf: (name: string) => string;
}

/** The SQS operations that a Lambda function or a poller uses, with SQS's own refusals. */
export function sqsOperations({ queues, store, room, place, urlOf }: SqsParts): Operations {
  function queueNamed(name: string): Queue {
    const queue = queues.get(name);
    if (!queue) throw new AwsRefusal('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }
  const queueOf = (input: JsonObject) => queueNamed(requireString(input, 'QueueUrl').split('/').at(-1) ?? '');

  function send(queue: Queue, entry: JsonObject) {
    const body = requireString(entry, 'MessageBody');
    const id = queue.send(body, sendOptions(entry), Date.now());
    return { MessageId: id, MD5OfMessageBody: md5(body) };
  }

  function changeVisibility(queue: Queue, entry: JsonObject): object {
    const seconds = integer(entry, 'VisibilityTimeout', 0, 43_200, 0);
    const receipt = requireString(entry, 'ReceiptHandle');
    const { name } = queue.definition;
    const now = Date.now();
    if (!store.postpone(name, receipt, now + seconds * 1000, now)) {
      throw invalidParameter(
        `Value ${receipt} for parameter ReceiptHandle is invalid. Reason: Message is not in flight.`,
      );
    }
    room.wake(name);
    return {};
  }

  function remove(queue: Queue, entry: JsonObject): object {
    // Deleting twice succeeds on SQS, so what the store found does not matter.
    store.remove(queue.definition.name, requireString(entry, 'ReceiptHandle'));
    // The rest of a FIFO group may now be received.
    room.wake(queue.definition.name);
    return {};
  }

  return {
    getQueueUrl: (input) => ({ QueueUrl: urlOf(queueNamed(requireString(input, 'QueueName')).definition.name) }),
    listQueues: () => ({ QueueUrls: [...queues.keys()].map(urlOf) }),
    getQueueAttributes: (input) => ({ Attributes: attributesOf(queueOf(input), store, place) }),
    purgeQueue: (input) => void store.purge(queueOf(input).definition.name),
    sendMessage: (input) => send(queueOf(input), input),
    sendMessageBatch: (input) => batch(input, (entry) => send(queueOf(input), entry)),
    deleteMessage: (input) => remove(queueOf(input), input),
    deleteMessageBatch: (input) => batch(input, (entry) => remove(queueOf(input), entry)),
    changeMessageVisibility: (input) => changeVisibility(queueOf(input), input),
    changeMessageVisibilityBatch: (input) => batch(input, (entry) => changeVisibility(queueOf(input), entry)),
    async receiveMessage(input, { hungUp }) {
      const queue = queueOf(input);
      const limit = integer(input, 'MaxNumberOfMessages', 1, 10, 1);
      const timeout =
        input.VisibilityTimeout === undefined ? undefined : integer(input, 'VisibilityTimeout', 0, 43_200, 0);
      const deadline = Date.now() + integer(input, 'WaitTimeSeconds', 0, 20, 0) * 1000;
      // A receiver that has gone must not take messages: they would stay invisible for nothing.
      while (!hungUp.aborted) {
        const now = Date.now();
        const messages = queue.take(limit, timeout, now);
        if (messages.length > 0 || now >= deadline) return { Messages: messages.map(onTheWire) };
        const { name } = queue.definition;
        await room.sleep(name, Math.min(deadline, store.nextVisibleAt(name, now)) - now, hungUp);
      }
      return {};
    },
  };
}

function sendOptions(entry: JsonObject): SendOptions {
  const { MessageAttributes: attributes, DelaySeconds, MessageGroupId: group, MessageDeduplicationId: once } = entry;
  return {
    ...(isObject(attributes) ? { attributes: JSON.stringify(attributes) } : {}),
    ...(DelaySeconds === undefined ? {} : { delaySeconds: integer(entry, 'DelaySeconds', 0, 900, 0) }),
    ...(typeof group === 'string' ? { groupId: group } : {}),
    ...(typeof once === 'string' ? { deduplicationId: once } : {}),
  };
}

function onTheWire(message: QueuedMessage) {
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

function attributesOf({ definition }: Queue, store: QueueStore, place: Place): Record<string, string> {
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

/** Runs a batch request entry by entry: a refused entry fails alone. */
function batch(input: JsonObject, run: (entry: JsonObject) => object | undefined | undefined) {
  const entries = Array.isArray(input.Entries) ? input.Entries.filter(isObject) : [];
  const ids = entries.map((entry) => requireString(entry, 'Id'));
  if (ids.length === 0) throw new AwsRefusal('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (ids.length > 10) {
    throw new AwsRefusal('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  }
  if (new Set(ids).size < ids.length) {
    throw new AwsRefusal('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}

function integer(input: JsonObject, name: string, lowest: number, highest: number, fallback: number): number {
  const value = input[name] ?? fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest) return value;
  throw invalidParameter(
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${lowest} and ${highest}, if provided.`,
  );
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
