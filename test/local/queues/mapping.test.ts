import { afterEach, expect, test } from '@jest/globals';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { InvokeResult } from '../../../local/ports.ts';
import { failedItems } from '../../../local/protocol/partial-batch.ts';
import { startQueueMapping } from '../../../local/queues/mapping.ts';
import { startQueues } from '../../../local/queues/start.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function map(handle: (event: SQSEvent) => InvokeResult | Promise<InvokeResult>, batchSize = 10) {
  const queues = await startQueues({
    queues: [
      { name: 'mail', visibilityTimeoutSeconds: 1, redrive: { deadLetterQueueName: 'mail-dead', maxReceiveCount: 2 } },
      { name: 'mail-dead', visibilityTimeoutSeconds: 30 },
    ],
  });
  const mapping = startQueueMapping({
    endpoint: queues.endpoint,
    queueUrl: queues.urlOf('mail'),
    functionName: 'send-mail',
    batchSize,
    batchWindowSeconds: 0,
    reportBatchItemFailures: true,
    maximumConcurrency: 2,
    invoker: { invoke: async (_, event) => handle(event as SQSEvent) },
  });
  cleanups.push(
    () => queues.close(),
    () => mapping.close(),
  );
  return { queues, mapping, send: (body: string) => queues.send(queues.urlOf('mail'), body) };
}

const ok = (payload: SQSBatchResponse | null = null): InvokeResult => ({ ok: true, payload });

test('a message reaches the function within 100 ms, in the shape Lambda uses', async () => {
  let reached = 0;
  let event: SQSEvent | undefined;
  const { mapping, queues, send } = await map((received) => {
    reached = performance.now();
    event = received;
    return ok();
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const sentAt = performance.now();
  await send('hello');
  await mapping.idle();
  expect(reached - sentAt).toBeLessThan(100);
  expect(event?.Records).toEqual([
    {
      messageId: expect.any(String),
      receiptHandle: expect.any(String),
      body: 'hello',
      attributes: expect.objectContaining({ ApproximateReceiveCount: '1', SentTimestamp: expect.any(String) }),
      messageAttributes: {},
      md5OfBody: '5d41402abc4b2a76b9719d911017c592',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:mail',
      awsRegion: 'eu-west-1',
    },
  ]);
  expect(await queues.depth('mail')).toBe(0);
});

test('of a batch only the failed messages come back, and at last end on the dead-letter queue', async () => {
  const seen: string[] = [];
  const { queues, send } = await map((event) => {
    seen.push(...event.Records.map((record) => record.body));
    const failed = event.Records.filter((record) => record.body === 'bad');
    return ok({ batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) });
  });
  for (const body of ['good', 'bad', 'fine']) await send(body);
  while ((await queues.depth('mail-dead')) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen.filter((body) => body === 'bad')).toHaveLength(2);
  expect(seen.filter((body) => body !== 'bad').sort()).toEqual(['fine', 'good']);
  expect(await queues.messages('mail-dead')).toMatchObject([{ body: 'bad' }]);
  expect(await queues.depth('mail')).toBe(0);
});

test('idle waits for the running function, but not for messages that wait for a retry', async () => {
  let finished = false;
  const { mapping, queues, send } = await map(async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    finished = true;
    return { ok: false, errorType: 'Error', errorMessage: 'no' };
  });
  await send('slow');
  await mapping.idle();
  expect(finished).toBe(true);
  expect(await queues.depth('mail')).toBe(1);
});

test.each([
  ['an error fails all', { ok: false, errorType: 'E', errorMessage: '' }, true, ['a', 'b']],
  ['no answer means success', { ok: true, payload: null }, true, []],
  ['an empty list means success', { ok: true, payload: { batchItemFailures: [] } }, true, []],
  ['a named item fails alone', { ok: true, payload: { batchItemFailures: [{ itemIdentifier: 'b' }] } }, true, ['b']],
  [
    'an unknown item fails all',
    { ok: true, payload: { batchItemFailures: [{ itemIdentifier: 'x' }] } },
    true,
    ['a', 'b'],
  ],
  [
    'an empty identifier fails all',
    { ok: true, payload: { batchItemFailures: [{ itemIdentifier: '' }] } },
    true,
    ['a', 'b'],
  ],
  [
    'without reporting the answer is ignored',
    { ok: true, payload: { batchItemFailures: [{ itemIdentifier: 'b' }] } },
    false,
    [],
  ],
] as const)('of a batch of two, %s', (_, result, reports, failed) => {
  expect([...failedItems(result, ['a', 'b'], reports)]).toEqual(failed);
});
