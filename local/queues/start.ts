import type { LocalClock, LocalService } from '../ports.ts';
import { awsJson } from '../protocol/aws-json.ts';
import { localPlace, type Place } from '../protocol/place.ts';
import { serve } from '../protocol/serve.ts';
import { sqsOperations } from './operations.ts';
import { openQueue, type QueueDefinition } from './queue.ts';
import { openQueueStore, type QueuedMessage } from './store.ts';
import { openWaitingRoom } from './waiting-room.ts';

export type { QueueDefinition, QueuedMessage };

/** The queues of the laptop. Every function throws for a queue that is not declared. */
export interface Queues extends LocalService {
  urlOf(name: string): string;
  arnOf(name: string): string;
  /** Messages in the queue: ready, in flight and delayed. */
  depth(name: string): Promise<number>;
  /** The messages themselves, oldest first, untouched. */
  messages(name: string): Promise<QueuedMessage[]>;
  /** Puts a message on the queue at the URL, for the bus, the schedules and dead letters. */
  send(queueUrl: string, body: string): Promise<void>;
}

/**
 * Serves SQS. Own code rather than a package: those at hand listen on every interface of the machine, and a laptop's
 * queues carry mails and payments. Messages survive in `dataFolder`; without it they live in memory.
 */
export async function startQueues(options: {
  readonly queues: readonly QueueDefinition[];
  readonly dataFolder?: string;
  readonly place?: Place;
  /** A message's delay is over when this clock has passed it, too. */
  readonly clock?: Pick<LocalClock, 'onAdvance'>;
}): Promise<Queues> {
  const place = options.place ?? localPlace;
  const store = openQueueStore(options.dataFolder);
  const room = openWaitingRoom();
  const queues = new Map(options.queues.map((each) => [each.name, openQueue(each, store, room.wake)]));
  for (const { name, redrive } of options.queues) {
    if (redrive && !queues.has(redrive.deadLetterQueueName)) {
      throw new Error(
        `The queue ${name} names a dead-letter queue that does not exist: ${redrive.deadLetterQueueName}.`,
      );
    }
  }
  let endpoint = '';
  const unsubscribe = options.clock?.onAdvance((from, to) => {
    store.hasten(to - from, Date.now());
    for (const name of queues.keys()) room.wake(name);
  });
  const urlOf = (name: string) => `${endpoint}/${place.account}/${name}`;
  const service = await serve(awsJson(sqsOperations({ queues, store, room, place, urlOf })));
  endpoint = service.endpoint;

  function known(name: string) {
    const queue = queues.get(name);
    if (!queue) throw new Error(`There is no queue ${name}.`);
    return queue;
  }
  return {
    endpoint,
    urlOf: (name) => urlOf(known(name).definition.name),
    arnOf: (name) => `arn:aws:sqs:${place.region}:${place.account}:${known(name).definition.name}`,
    depth: async (name) => store.all(known(name).definition.name).length,
    messages: async (name) => store.all(known(name).definition.name),
    send: async (queueUrl, body) => {
      known(queueUrl.split('/').at(-1) ?? '').send(body, {}, Date.now());
    },
    close: async () => {
      unsubscribe?.();
      await service.close();
      store.close();
    },
  };
}
