import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from '@jest/globals';
import { type Queues, startQueues } from '../../../local/queues/start.ts';
import { standingClock } from '../clock.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(
  dataFolder?: string,
  clock?: ReturnType<typeof standingClock>,
): Promise<{ queues: Queues; sqs: SQSClient }> {
  const queues = await startQueues({
    queues: [
      { name: 'mail', visibilityTimeoutSeconds: 1, redrive: { deadLetterQueueName: 'mail-dead', maxReceiveCount: 2 } },
      { name: 'mail-dead', visibilityTimeoutSeconds: 30 },
      { name: 'books.fifo', visibilityTimeoutSeconds: 30, fifo: true },
    ],
    ...(dataFolder ? { dataFolder } : {}),
    ...(clock ? { clock } : {}),
  });
  const sqs = new SQSClient({
    endpoint: queues.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  cleanups.push(
    () => queues.close(),
    () => sqs.destroy(),
  );
  return { queues, sqs };
}

const receive = (sqs: SQSClient, QueueUrl: string, WaitTimeSeconds = 0) =>
  sqs
    .send(
      new ReceiveMessageCommand({
        QueueUrl,
        WaitTimeSeconds,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['All'],
      }),
    )
    .then((answer) => answer.Messages ?? []);

test('a message is received once, and gone when it is deleted', async () => {
  const { queues, sqs } = await open();
  const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'mail' }));
  expect(QueueUrl).toBe(queues.urlOf('mail'));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'Willkommen im Salon ✂' }));
  const [message] = await receive(sqs, QueueUrl);
  expect(message).toMatchObject({ Body: 'Willkommen im Salon ✂', Attributes: { ApproximateReceiveCount: '1' } });
  expect(await receive(sqs, QueueUrl)).toEqual([]);
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  expect(await queues.depth('mail')).toBe(0);
});

test('a waiting receiver gets a message at once, not at the end of its wait', async () => {
  const { queues, sqs } = await open();
  const waiting = receive(sqs, queues.urlOf('mail'), 20);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const sentAt = performance.now();
  await queues.send(queues.urlOf('mail'), 'now');
  expect(await waiting).toHaveLength(1);
  expect(performance.now() - sentAt).toBeLessThan(100);
});

test('a message received too often moves to the dead-letter queue', async () => {
  const { queues, sqs } = await open();
  const url = queues.urlOf('mail');
  await queues.send(url, 'poison');
  for (const round of [1, 2]) {
    const [message] = await receive(sqs, url);
    expect(message?.Attributes?.ApproximateReceiveCount).toBe(String(round));
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
  }
  expect(await receive(sqs, url)).toEqual([]);
  expect(await queues.messages('mail-dead')).toMatchObject([{ body: 'poison' }]);
});

test('a message that was not deleted comes back after the visibility timeout', async () => {
  const { queues, sqs } = await open();
  await queues.send(queues.urlOf('mail'), 'again');
  await receive(sqs, queues.urlOf('mail'));
  const [again] = await receive(sqs, queues.urlOf('mail'), 5);
  expect(again).toMatchObject({ Body: 'again', Attributes: { ApproximateReceiveCount: '2' } });
});

test('a FIFO queue keeps the order of a group and takes a duplicate once', async () => {
  const { queues, sqs } = await open();
  const QueueUrl = queues.urlOf('books.fifo');
  const send = (MessageBody: string, MessageDeduplicationId: string) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: 'salon', MessageDeduplicationId }));
  const first = await send('one', 'a');
  const duplicate = await send('one', 'a');
  expect(duplicate.MessageId).toBe(first.MessageId);
  const [one] = await receive(sqs, QueueUrl);
  await send('two', 'b');
  expect(await receive(sqs, QueueUrl)).toEqual([]);
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: one?.ReceiptHandle }));
  expect(await receive(sqs, QueueUrl)).toMatchObject([{ Body: 'two' }]);
});

test('messages survive a restart, those in flight included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'queues-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const before = await open(folder);
  await before.queues.send(before.queues.urlOf('mail'), 'kept');
  await receive(before.sqs, before.queues.urlOf('mail'));
  for (const cleanup of cleanups.splice(1).reverse()) await cleanup();
  const after = await open(folder);
  const [message] = await receive(after.sqs, after.queues.urlOf('mail'), 3);
  expect(message).toMatchObject({ Body: 'kept', Attributes: { ApproximateReceiveCount: '2' } });
});

test('what SQS refuses is refused by the same name', async () => {
  const { queues, sqs } = await open();
  const QueueUrl = queues.urlOf('mail');
  const refused = async (work: Promise<unknown>) => (await work.catch((error: Error) => error)) as Error;
  const send = (MessageBody: string, url = QueueUrl) =>
    sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
  expect(await refused(send('x', `${QueueUrl}-not`))).toMatchObject({ name: 'QueueDoesNotExist' });
  expect(await refused(send('x'.repeat(1_048_577)))).toMatchObject({ name: 'InvalidParameterValue' });
  expect(await refused(send('\u0000'))).toMatchObject({ name: 'InvalidMessageContents' });
  const entries = Array.from({ length: 11 }, (_, index) => ({ Id: `${index}`, MessageBody: 'x' }));
  const batch = sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries }));
  expect(await refused(batch)).toMatchObject({ name: 'TooManyEntriesInBatchRequest' });
});

test('a queue whose dead-letter queue is missing does not start', async () => {
  const redrive = { deadLetterQueueName: 'nowhere', maxReceiveCount: 3 };
  await expect(startQueues({ queues: [{ name: 'mail', visibilityTimeoutSeconds: 30, redrive }] })).rejects.toThrow(
    'nowhere',
  );
});

test('a delay ends when the salon’s clock passes it; a message that somebody works on stays hidden', async () => {
  const clock = standingClock('2026-03-01T09:00:00Z');
  const { queues, sqs } = await open(undefined, clock);
  const QueueUrl = queues.urlOf('mail-dead');
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'at once' }));
  expect((await receive(sqs, QueueUrl)).map(({ Body }) => Body)).toEqual(['at once']);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'in a while', DelaySeconds: 600 }));
  await clock.jump('2026-03-01T09:05:00Z');
  expect(await receive(sqs, QueueUrl)).toEqual([]);
  const waiting = receive(sqs, QueueUrl, 5);
  await clock.jump('2026-03-01T09:10:00Z');
  expect((await waiting).map(({ Body }) => Body)).toEqual(['in a while']);
});
