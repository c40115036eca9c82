import { createHash } from 'node:crypto';
import { AwsRefusal } from '../protocol/aws-json.ts';
import type { QueuedMessage, QueueStore } from './store.ts';

/** A queue as the stacks declare it. `name` ends in `.fifo` when `fifo` is set. */
export interface QueueDefinition {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  readonly redrive?: { readonly deadLetterQueueName: string; readonly maxReceiveCount: number };
  readonly fifo?: boolean;
  readonly contentBasedDeduplication?: boolean;
  readonly delaySeconds?: number;
}

const maximumBytes = 1_048_576;
const deduplicationInterval = 5 * 60_000;

export interface SendOptions {
  readonly attributes?: string;
  readonly delaySeconds?: number;
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

export type Queue = ReturnType<typeof openQueue>;

/**
 * One queue over the store. Times are real, not virtual: a visibility timeout guards a running function. Only delays
 * also end when the salon's clock jumps past them (start.ts).
 * `wake` tells the receivers of another queue that a message arrived there.
 */
export function openQueue(definition: QueueDefinition, store: QueueStore, wake: (queue: string) => void) {
  const { name, fifo = false, redrive } = definition;
  const recentlySent = new Map<string, { id: string; at: number }>();

  function deduplicationIdOf(body: string, options: SendOptions): string | null {
    if (!fifo) return null;
    if (!options.groupId)
      throw new AwsRefusal('MissingParameter', 'The request must contain the parameter MessageGroupId.');
    if (options.deduplicationId) return options.deduplicationId;
    if (definition.contentBasedDeduplication) return createHash('sha256').update(body).digest('hex');
    throw invalidParameter(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }

  function dueForBurial(message: QueuedMessage): boolean {
    return redrive !== undefined && message.receives >= redrive.maxReceiveCount;
  }

  return {
    definition,
    /** Adds a message and answers its id; a FIFO duplicate within five minutes answers the first one's id. */
    send(body: string, options: SendOptions, now: number): string {
      refuseBody(body);
      const deduplicationId = deduplicationIdOf(body, options);
      const earlier = deduplicationId === null ? undefined : recentlySent.get(deduplicationId);
      if (earlier && now - earlier.at < deduplicationInterval) return earlier.id;
      const delay = options.delaySeconds ?? definition.delaySeconds ?? 0;
      const id = store.add(name, {
        body,
        attributes: options.attributes ?? '{}',
        groupId: options.groupId ?? null,
        deduplicationId,
        sentAt: now,
        visibleAt: now + delay * 1000,
      });
      if (deduplicationId !== null) recentlySent.set(deduplicationId, { id, at: now });
      wake(name);
      return id;
    },
    /** Receives up to `limit` messages, and moves those received too often to the dead-letter queue, as SQS does. */
    take(limit: number, visibilityTimeoutSeconds: number | undefined, now: number): QueuedMessage[] {
      const visibleAt = now + (visibilityTimeoutSeconds ?? definition.visibilityTimeoutSeconds) * 1000;
      const buried = store.ready(name, now, 1_000, fifo).filter(dueForBurial);
      for (const message of buried) store.move(message.seq, redrive?.deadLetterQueueName ?? name, now);
      if (redrive && buried.length > 0) wake(redrive.deadLetterQueueName);
      return store.ready(name, now, limit, fifo).flatMap(({ seq }) => store.hand(seq, now, visibleAt) ?? []);
    },
  };
}

function refuseBody(body: string): void {
  if (body === '') throw new AwsRefusal('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > maximumBytes) {
    throw invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumBytes} bytes.`,
    );
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters SQS does not carry.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(body)) {
    throw new AwsRefusal('InvalidMessageContents', 'Invalid binary character was found in the message body.');
  }
}

/** The refusal SQS gives for a parameter value it does not take. */
export function invalidParameter(message: string): AwsRefusal {
  return new AwsRefusal('InvalidParameterValue', message);
}
