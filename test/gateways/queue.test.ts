import { type SendMessageBatchCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { sqsQueue } from '../../functions/gateways/queue.ts';

function setup(failed: readonly string[] = []) {
  const calls: SendMessageBatchCommandInput[] = [];
  const client = new SQSClient({ region: 'eu-central-1' });
  client.middlewareStack.add(
    () => async (args) => {
      calls.push(args.input as SendMessageBatchCommandInput);
      const Failed = failed.map((Id) => ({ Id, Code: 'InternalError', SenderFault: false }));
      return { response: {}, output: { $metadata: {}, Failed } };
    },
    { step: 'initialize', priority: 'high' },
  );
  return { queue: sqsQueue('https://queue.example.org/expiry', client), calls };
}

test('work is queued ten at a time', async () => {
  const { queue, calls } = setup();
  await queue.send(Array.from({ length: 23 }, (_, n) => ({ n })));
  expect(calls.map(({ Entries = [] }) => Entries.length)).toEqual([10, 10, 3]);
  expect(calls[2]?.Entries?.[2]?.MessageBody).toBe('{"n":22}');
  expect(calls[0]?.QueueUrl).toBe('https://queue.example.org/expiry');
});

test('nothing to do asks nothing', async () => {
  const { queue, calls } = setup();
  await queue.send([]);
  expect(calls).toEqual([]);
});

test('a message that the queue did not take is an error, never dropped', async () => {
  await expect(setup(['1']).queue.send([1, 2, 3])).rejects.toThrow('1 of 3');
});
