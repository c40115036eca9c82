import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { afterEach, expect, jest, test } from '@jest/globals';
import { type EventRule, startEventBridge } from '../../../local/events/bus.ts';
import type { InvokeResult } from '../../../local/ports.ts';
import { standingClock } from '../clock.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const retry = { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3600 };
const failures: EventRule = {
  name: 'failures',
  busName: 'salon',
  pattern: { 'detail-type': ['PaymentFailed'] },
  targets: [{ id: 'mail', kind: 'lambda', functionName: 'mail', retry, deadLetterQueueUrl: 'http://q/dead' }],
};

async function open(rules: EventRule[], answer: () => InvokeResult = () => ({ ok: true, payload: null })) {
  const invoked: unknown[] = [];
  const queued: [string, unknown][] = [];
  const bus = await startEventBridge({
    buses: ['salon'],
    rules,
    clock: standingClock('2026-03-01T09:00:00.500Z'),
    invoker: {
      invoke: async (_, event) => {
        invoked.push(event);
        return answer();
      },
    },
    queues: async (url, body) => void queued.push([url, JSON.parse(body)]),
  });
  const client = new EventBridgeClient({
    endpoint: bus.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  cleanups.push(
    () => bus.close(),
    () => client.destroy(),
  );
  const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));
  return { bus, put, invoked, queued };
}

const failed: PutEventsRequestEntry = {
  EventBusName: 'salon',
  Source: 'regulars.billing',
  DetailType: 'PaymentFailed',
  Detail: '{"member":"m1"}',
};

test('an event reaches the function of the matching rule in the envelope of EventBridge', async () => {
  const { bus, put, invoked } = await open([failures]);
  const answer = await put(failed, { ...failed, DetailType: 'PaymentTaken' });
  expect(answer.FailedEntryCount).toBe(0);
  await bus.idle();
  expect(invoked).toEqual([
    {
      version: '0',
      id: answer.Entries?.[0]?.EventId,
      'detail-type': 'PaymentFailed',
      source: 'regulars.billing',
      account: '000000000000',
      time: '2026-03-01T09:00:00Z',
      region: 'eu-west-1',
      resources: [],
      detail: { member: 'm1' },
    },
  ]);
  expect(bus.recent()).toMatchObject([
    { event: { 'detail-type': 'PaymentTaken' }, deliveries: [] },
    { busName: 'salon', deliveries: [{ rule: 'failures', target: 'mail', outcome: 'delivered', attempts: 1 }] },
  ]);
});

test('the time an entry brings is kept', async () => {
  const { bus, put, invoked } = await open([failures]);
  await put({ ...failed, Time: new Date('2025-12-24T18:00:00Z') });
  await bus.idle();
  expect(invoked).toMatchObject([{ time: '2025-12-24T18:00:00Z' }]);
});

test('a queue target receives the event, or the part of it that the rule asks for', async () => {
  const target = { id: 'q', kind: 'queue', retry } as const;
  const { bus, put, queued } = await open([
    {
      ...failures,
      targets: [
        { ...target, queueUrl: 'http://q/all' },
        { ...target, queueUrl: 'http://q/part', inputPath: '$.detail.member' },
      ],
    },
  ]);
  await put(failed);
  await bus.idle();
  expect(queued).toEqual([
    ['http://q/all', expect.objectContaining({ detail: { member: 'm1' } })],
    ['http://q/part', 'm1'],
  ]);
});

test('a failing function is tried again, and then the event goes to the dead-letter queue', async () => {
  const { bus, put, invoked, queued } = await open([failures], () => ({
    ok: false,
    errorType: 'Error',
    errorMessage: 'no',
  }));
  await put(failed);
  await bus.idle();
  expect(invoked).toHaveLength(3);
  expect(queued).toEqual([['http://q/dead', expect.objectContaining({ 'detail-type': 'PaymentFailed' })]]);
  expect(bus.recent()[0]?.deliveries).toMatchObject([{ outcome: 'dead-lettered', attempts: 3, error: 'Error: no' }]);
});

test('an event without a dead-letter queue is reported as lost', async () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  cleanups.push(() => complaint.mockRestore());
  const targets = [
    { id: 'mail', kind: 'lambda', functionName: 'mail', retry: { ...retry, maximumRetryAttempts: 0 } },
  ] as const;
  const { bus, put } = await open([{ ...failures, targets }], () => ({
    ok: false,
    errorType: 'Error',
    errorMessage: 'no',
  }));
  await put(failed);
  await bus.idle();
  expect(bus.recent()[0]?.deliveries).toMatchObject([{ outcome: 'dropped', attempts: 1 }]);
  expect(complaint).toHaveBeenCalled();
});

test('a wrong entry fails alone', async () => {
  const { bus, put, invoked } = await open([failures]);
  const { Source: _, ...nameless } = failed;
  const answer = await put(nameless, { ...failed, Detail: 'not JSON' }, { ...failed, Source: 'aws.billing' }, failed);
  expect(answer.FailedEntryCount).toBe(3);
  expect(answer.Entries).toEqual([
    expect.objectContaining({
      ErrorCode: 'InvalidArgument',
      ErrorMessage: 'Parameter Source is not valid. Reason: Source is a required argument.',
    }),
    expect.objectContaining({ ErrorCode: 'MalformedDetail' }),
    expect.objectContaining({ ErrorCode: 'NotAuthorizedForSourceException' }),
    expect.objectContaining({ EventId: expect.any(String) }),
  ]);
  await bus.idle();
  expect(invoked).toHaveLength(1);
});

test('a call is refused for more than ten entries, more than 1 MB, or a bus that does not exist', async () => {
  const { put, invoked } = await open([failures]);
  await expect(put(...Array.from({ length: 11 }, () => failed))).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(put({ ...failed, Detail: JSON.stringify({ text: 'x'.repeat(1_048_576) }) })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Total size of the entries in the request is over the limit.',
  });
  await expect(put(failed, { ...failed, EventBusName: 'nowhere' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  expect(invoked).toEqual([]);
});

test('a rule with a pattern that AWS refuses does not start', async () => {
  await expect(open([{ ...failures, pattern: { source: [{ sounds: 'x' }] } }])).rejects.toThrow(
    'Unrecognized match type sounds',
  );
});

test('what AWS itself announces is on the default bus, and nobody else may speak in its name', async () => {
  const bounces: EventRule = {
    name: 'bounces',
    busName: 'default',
    pattern: {
      source: ['aws.ses'],
      'detail-type': ['Email Bounced'],
      detail: { mail: { tags: { 'ses:configuration-set': ['ours'] } } },
    },
    targets: [{ id: 'queue', kind: 'queue', queueUrl: 'http://q/feedback', retry }],
  };
  const { bus, put, queued } = await open([bounces, failures]);
  const bounced = (set: string) => ({
    source: 'aws.ses' as const,
    detailType: 'Email Bounced',
    resources: [],
    detail: { eventType: 'Bounce', mail: { tags: { 'ses:configuration-set': [set] } } },
  });
  bus.announce(bounced('ours'));
  bus.announce(bounced('another stage’s'));
  await put({ Source: 'aws.ses', DetailType: 'Email Bounced', Detail: JSON.stringify(bounced('ours').detail) });
  await bus.idle();
  expect(queued).toEqual([
    [
      'http://q/feedback',
      expect.objectContaining({
        source: 'aws.ses',
        'detail-type': 'Email Bounced',
        time: '2026-03-01T09:00:00Z',
        detail: bounced('ours').detail,
      }),
    ],
  ]);
});
