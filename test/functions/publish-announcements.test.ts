import { EventBridgeClient, type PutEventsRequestEntry, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from '@jest/globals';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { publishAnnouncements } from '../../functions/events/publish-announcements.ts';
import { eventBus } from '../../functions/gateways/event-bus.ts';
import type { DomainEvent } from '../../shared/domain/events.ts';

const ulid = (n: number) => `01JAB${String(n).padStart(21, '0')}`;
const event = (n: number): DomainEvent => ({
  eventId: `evt_${ulid(n)}`,
  type: 'credit.redeemed',
  business: 'glow-studio',
  memberId: `mbr_${ulid(1)}`,
  actor: { kind: 'staff', staffId: `stf_${ulid(2)}` },
  at: Date.UTC(2026, 10, 20, 9, 30),
  requestId: `request-${n}`,
  subject: { sequence: n, bucketId: `bkt_${ulid(3)}`, units: 1 },
});

const attribute = (value: unknown): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  if (value === null) return { NULL: true };
  return { M: image(value as object) };
};
const image = (item: object) =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)]));

const record = (n: number, item: object, eventName: 'INSERT' | 'MODIFY' | 'REMOVE' = 'INSERT'): DynamoDBRecord => ({
  eventName,
  dynamodb: {
    SequenceNumber: `s${n}`,
    NewImage: image({ pk: 'B#glow-studio#M#m', sk: `EVENT#${n}`, version: 1, ...item }),
  },
});
const announcing = (n: number) => record(n, { announces: 'credit.redeemed', data: event(n) });

/** EventBridge without a network: `answer` says what becomes of each entry of a call. */
function setup(
  answer: (entry: PutEventsRequestEntry, call: number) => PutEventsResultEntry = () => ({ EventId: 'id' }),
) {
  const calls: PutEventsRequestEntry[][] = [];
  const reasons: string[] = [];
  const client = new EventBridgeClient({ region: 'eu-central-1' });
  client.middlewareStack.add(
    () => async (args) => {
      const entries = (args.input as { Entries: PutEventsRequestEntry[] }).Entries;
      calls.push(entries);
      const Entries = entries.map((entry) => answer(entry, calls.length));
      const FailedEntryCount = Entries.filter((entry) => entry.ErrorCode).length;
      return { response: {}, output: { $metadata: {}, FailedEntryCount, Entries } };
    },
    { step: 'initialize', priority: 'high' },
  );
  const publish = async (records: readonly DynamoDBRecord[]) => {
    const bus = eventBus('the-bus', client);
    const { batchItemFailures } = await publishAnnouncements(records, bus, ({ reason }) => reasons.push(reason));
    return batchItemFailures.map((failure) => failure.itemIdentifier);
  };
  return { calls, reasons, publish };
}

describe('what happened reaches everybody who reacts to it', () => {
  test('an announced event travels whole, under its own type and time', async () => {
    const { calls, publish } = setup();
    expect(await publish([announcing(1)])).toEqual([]);
    expect(calls).toEqual([
      [
        {
          EventBusName: 'the-bus',
          Source: 'regulars',
          DetailType: 'credit.redeemed',
          Time: new Date('2026-11-20T09:30:00Z'),
          Detail: JSON.stringify(event(1)),
        },
      ],
    ]);
  });

  test('a credit entry announces the event it carries', async () => {
    const { calls, publish } = setup();
    const entry = { sequence: 7, kind: 'CONSUME', undone: false, note: null, parts: ['a'] };
    await publish([record(1, { announces: 'credit.redeemed', data: { entry, event: event(7) } })]);
    expect(calls[0]?.[0]?.Detail).toBe(JSON.stringify(event(7)));
  });

  test('rows that announce nothing, changed rows and removed rows are silent', async () => {
    const { calls, publish } = setup();
    const announced = { announces: 'credit.redeemed', data: event(1) };
    const quiet = [
      record(1, { data: { name: 'Ada' } }),
      record(2, announced, 'MODIFY'),
      record(3, announced, 'REMOVE'),
    ];
    expect(await publish(quiet)).toEqual([]);
    expect(calls).toEqual([]);
  });

  test('many events go in batches of ten, in their order', async () => {
    const { calls, publish } = setup();
    expect(await publish(Array.from({ length: 23 }, (_, n) => announcing(n)))).toEqual([]);
    expect(calls.map((entries) => entries.length)).toEqual([10, 10, 3]);
    const order = calls.flat().map((entry) => JSON.parse(entry.Detail ?? '').subject.sequence);
    expect(order).toEqual(Array.from({ length: 23 }, (_, n) => n));
  });
});

describe('nothing is lost when publishing fails', () => {
  test('when the bus refuses one event, that record and all after it come again', async () => {
    const refuseThird = (entry: PutEventsRequestEntry) =>
      entry.Detail === JSON.stringify(event(3)) ? { ErrorCode: 'ThrottlingException' } : { EventId: 'id' };
    const { publish, reasons } = setup(refuseThird);
    const records = [announcing(1), record(2, { data: {} }), announcing(3), announcing(4), record(5, { data: {} })];
    expect(await publish(records)).toEqual(['s3', 's4', 's5']);
    expect(reasons).toEqual(['ThrottlingException']);
  });

  test('after a refused batch the next ones are not sent, so that the order holds', async () => {
    const { calls, publish } = setup(() => ({ ErrorCode: 'InternalFailure' }));
    const failed = await publish(Array.from({ length: 15 }, (_, n) => announcing(n)));
    expect(failed).toHaveLength(15);
    expect(calls).toHaveLength(1);
  });

  test('when the bus does not answer, the batch that was under way comes again', async () => {
    const { publish, reasons } = setup((_, call) => {
      if (call === 2) throw new Error('socket hang up');
      return { EventId: 'id' };
    });
    const failed = await publish(Array.from({ length: 12 }, (_, n) => announcing(n)));
    expect(failed).toEqual(['s10', 's11']);
    expect(reasons).toEqual(['Error: socket hang up']);
  });

  test.each([
    ['is not an event', { announces: 'credit.redeemed', data: { ...event(2), type: 'credit.teleported' } }],
    ['names a type that does not exist', { announces: 'credit.teleported', data: event(2) }],
    ['names another type than its event', { announces: 'credit.granted', data: event(2) }],
    ['has no version', { announces: 'credit.redeemed', data: event(2), version: null }],
  ])('a row that %s is put aside, not skipped; those before it are published', async (_, damaged) => {
    const { calls, publish, reasons } = setup();
    expect(await publish([announcing(1), record(2, damaged), announcing(3)])).toEqual(['s2', 's3']);
    expect(calls.flat()).toHaveLength(1);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).not.toContain('request-2');
  });

  test('a new row without its image is put aside', async () => {
    const { publish } = setup();
    expect(await publish([{ eventName: 'INSERT', dynamodb: { SequenceNumber: 's1' } }])).toEqual(['s1']);
  });
});
