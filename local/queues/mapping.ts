import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { InvokeResult, Invoker } from '../ports.ts';
import { failedItems } from '../protocol/partial-batch.ts';
import { localPlace, type Place } from '../protocol/place.ts';
import { sqsEvent } from './sqs-event.ts';

export interface QueueMappingOptions {
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchWindowSeconds: number;
  readonly reportBatchItemFailures: boolean;
  readonly maximumConcurrency?: number;
  readonly invoker: Invoker;
  readonly place?: Place;
}

/** `idle` resolves when no message is ready and none is being worked on; messages waiting for a retry do not count. */
export interface QueueMapping {
  idle(): Promise<void>;
  close(): Promise<void>;
}

const pollers = 5;

/** Feeds a function from a queue as Lambda does: what succeeds is deleted, what fails comes back after its timeout. */
export function startQueueMapping(options: QueueMappingOptions): QueueMapping {
  const sqs = new SQSClient({
    endpoint: options.endpoint,
    region: (options.place ?? localPlace).region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stop = new AbortController();
  /** Failed messages and when they become visible again: in flight for SQS, yet nobody works on them. */
  const waiting = new Map<string, number>();
  let visibilityMilliseconds = 30_000;

  async function receive(limit: number, seconds: number): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: options.queueUrl,
      MaxNumberOfMessages: Math.min(limit, 10),
      WaitTimeSeconds: seconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    return (await sqs.send(command, { abortSignal: stop.signal })).Messages ?? [];
  }

  async function nextBatch(): Promise<Message[]> {
    const batch = await receive(options.batchSize, 20);
    const closesAt = Date.now() + options.batchWindowSeconds * 1000;
    let received = batch.length;
    // One receive brings ten at most: a full one, or an open window, may mean there is more to come.
    while (batch.length < options.batchSize && (received === 10 || (received > 0 && Date.now() < closesAt))) {
      const seconds = Math.min(20, Math.max(0, Math.ceil((closesAt - Date.now()) / 1000)));
      const more = await receive(options.batchSize - batch.length, seconds);
      received = more.length;
      batch.push(...more);
    }
    return batch;
  }

  async function work(batch: readonly Message[]): Promise<void> {
    const receivedAt = Date.now();
    const event = sqsEvent(batch, options.queueUrl, options.place ?? localPlace);
    const result = await invoke(options, event);
    const ids = batch.map((message) => message.MessageId ?? '');
    const failed = failedItems(result, ids, options.reportBatchItemFailures);
    for (const id of failed) waiting.set(id, receivedAt + visibilityMilliseconds);
    const done = batch.filter((message) => !failed.has(message.MessageId ?? ''));
    for (let index = 0; index < done.length; index += 10) {
      const Entries = done
        .slice(index, index + 10)
        .map((each, at) => ({ Id: String(at), ReceiptHandle: each.ReceiptHandle }));
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: options.queueUrl, Entries }));
    }
  }

  async function poll(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        const batch = await nextBatch();
        for (const message of batch) waiting.delete(message.MessageId ?? '');
        if (batch.length > 0) await work(batch);
      } catch (error) {
        if (stop.signal.aborted) return;
        console.error(`Polling ${options.queueUrl} failed: ${error}`);
        await wait(1_000, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  }

  async function attributes(): Promise<Record<string, number>> {
    const command = new GetQueueAttributesCommand({ QueueUrl: options.queueUrl, AttributeNames: ['All'] });
    const found = Object.entries((await sqs.send(command)).Attributes ?? {});
    return Object.fromEntries(found.map(([name, value]) => [name, Number(value)]));
  }

  async function start(): Promise<void> {
    visibilityMilliseconds = ((await attributes()).VisibilityTimeout ?? 30) * 1000;
    await Promise.all(Array.from({ length: options.maximumConcurrency ?? pollers }, poll));
  }
  const running = start().catch((error) => console.error(`The mapping of ${options.functionName} stopped: ${error}`));

  return {
    async idle() {
      for (;;) {
        const found = await attributes();
        const now = Date.now();
        for (const [id, until] of waiting) if (until <= now) waiting.delete(id);
        const worked = (found.ApproximateNumberOfMessagesNotVisible ?? 0) - waiting.size;
        if (found.ApproximateNumberOfMessages === 0 && worked <= 0) return;
        await wait(10);
      }
    },
    async close() {
      stop.abort();
      await running;
      sqs.destroy();
    },
  };
}

async function invoke(options: QueueMappingOptions, event: object): Promise<InvokeResult> {
  try {
    return await options.invoker.invoke(options.functionName, event);
  } catch (error) {
    return { ok: false, errorType: 'InvokeFailed', errorMessage: String(error) };
  }
}
