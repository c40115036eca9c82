import { AwsRefusal, type JsonObject, type Operations, requireString } from '../protocol/aws-json.ts';
import type { Place } from '../protocol/place.ts';
import { batch } from './batch.ts';
import { invalidParameter, type Queue } from './queue.ts';
import type { QueueStore } from './store.ts';
import type { openWaitingRoom } from './waiting-room.ts';
import { attributesOf, integer, md5, onTheWire, sendOptions } from './wire.ts';

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
