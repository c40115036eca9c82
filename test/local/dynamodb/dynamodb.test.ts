import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { dynamoDbClient } from '../../../local/dynamodb/client.ts';
import type { TableDefinition } from '../../../local/dynamodb/definition.ts';
import { explainFailure } from '../../../local/dynamodb/java.ts';
import { startDynamoDb } from '../../../local/dynamodb/start.ts';
import { type StreamMappingOptions, startStreamMapping } from '../../../local/dynamodb/stream-mapping.ts';
import { createTables } from '../../../local/dynamodb/tables.ts';
import { startTtlSweeper } from '../../../local/dynamodb/ttl.ts';
import type { InvokeResult, LocalService } from '../../../local/ports.ts';
import { startQueues } from '../../../local/queues/start.ts';
import { standingClock } from '../clock.ts';

let database: LocalService;
let client: ReturnType<typeof dynamoDbClient>;
const folder = mkdtempSync(join(tmpdir(), 'dynamodb-'));
const cleanups: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await startDynamoDb();
  client = dynamoDbClient(database.endpoint);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
afterAll(async () => {
  client.destroy();
  await database.close();
  rmSync(folder, { recursive: true });
});

function table(TableName: string): TableDefinition {
  return {
    TableName,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk', 'due'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'due',
        KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
  };
}

const put = (TableName: string, pk: string, more: object = {}) =>
  client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: 'x' }, ...more } }));

const keysOf = (event: DynamoDBStreamEvent) => event.Records.map((record) => record.dynamodb?.Keys?.pk?.S);

async function map(
  TableName: string,
  handle: (event: DynamoDBStreamEvent) => InvokeResult,
  options: Partial<StreamMappingOptions> = {},
) {
  const mapping = await startStreamMapping({
    endpoint: database.endpoint,
    tableName: TableName,
    functionName: 'publish',
    batchSize: 10,
    filters: [],
    reportBatchItemFailures: true,
    maximumRetryAttempts: 3,
    invoker: { invoke: async (_, event) => handle(event as DynamoDBStreamEvent) },
    ...options,
  });
  cleanups.push(() => mapping.close());
  return mapping;
}

const ok = (payload: DynamoDBBatchResponse | null = null): InvokeResult => ({ ok: true, payload });
const broken: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'no' };

test('tables have their index and stream, and creating them again changes nothing', async () => {
  await createTables(database.endpoint, [table('again')]);
  await put('again', 'kept', { due: { S: 'today' } });
  await createTables(database.endpoint, [table('again')]);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: 'again' }));
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
  const found = await client.send(
    new QueryCommand({
      TableName: 'again',
      IndexName: 'due',
      KeyConditionExpression: 'due = :due',
      ExpressionAttributeValues: { ':due': { S: 'today' } },
    }),
  );
  expect(found.Items).toMatchObject([{ pk: { S: 'kept' } }]);
});

test('a table gains an index later, but a change of its keys is refused with the way out', async () => {
  const { GlobalSecondaryIndexes: _, ...plain } = table('grows');
  const AttributeDefinitions = plain.AttributeDefinitions.filter((each) => each.AttributeName !== 'due');
  await createTables(database.endpoint, [{ ...plain, AttributeDefinitions }]);
  await createTables(database.endpoint, [table('grows')]);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: 'grows' }));
  expect(Table?.GlobalSecondaryIndexes).toMatchObject([{ IndexName: 'due' }]);
  const rekeyed = { ...table('grows'), KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }] };
  await expect(createTables(database.endpoint, [rekeyed])).rejects.toThrow('npm start -- --fresh');
});

test('a written row reaches the function within 200 ms, in the shape Lambda uses', async () => {
  await createTables(database.endpoint, [table('shape')]);
  const events: DynamoDBStreamEvent[] = [];
  let reached = 0;
  const mapping = await map('shape', (event) => {
    reached = performance.now();
    events.push(event);
    return ok();
  });
  await mapping.idle();
  const writtenAt = performance.now();
  await put('shape', 'a', { n: { N: '1' }, bytes: { B: Buffer.from('hi') }, nothing: { M: { inside: { M: {} } } } });
  await mapping.idle();
  // 100 ms on a quiet machine; the test shares its own with others.
  expect(reached - writtenAt).toBeLessThan(200);
  expect(events).toEqual([
    {
      Records: [
        {
          eventID: expect.any(String),
          eventName: 'INSERT',
          eventVersion: '1.1',
          eventSource: 'aws:dynamodb',
          awsRegion: 'eu-west-1',
          dynamodb: {
            ApproximateCreationDateTime: expect.any(Number),
            Keys: { pk: { S: 'a' }, sk: { S: 'x' } },
            NewImage: {
              pk: { S: 'a' },
              sk: { S: 'x' },
              n: { N: '1' },
              bytes: { B: 'aGk=' },
              nothing: { M: { inside: { M: {} } } },
            },
            SequenceNumber: expect.any(String),
            SizeBytes: expect.any(Number),
            StreamViewType: 'NEW_AND_OLD_IMAGES',
          },
          eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:eu-west-1:000000000000:table\/shape\/stream\//),
        },
      ],
    },
  ]);
});

test('only rows that pass a filter reach the function, in order', async () => {
  await createTables(database.endpoint, [table('filtered')]);
  const seen: unknown[] = [];
  const mapping = await map(
    'filtered',
    (event) => {
      seen.push(...keysOf(event));
      return ok();
    },
    { filters: ['{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"EVENT#"}]}}}}'] },
  );
  for (const key of ['EVENT#1', 'OTHER', 'EVENT#1', 'EVENT#2', 'EVENT#3']) await put('filtered', key);
  await mapping.idle();
  expect(seen).toEqual(['EVENT#1', 'EVENT#2', 'EVENT#3']);
});

test('from the failed row on, a batch is delivered again', async () => {
  await createTables(database.endpoint, [table('partial')]);
  for (const key of ['a', 'b', 'c']) await put('partial', key);
  const batches: unknown[][] = [];
  const mapping = await map('partial', (event) => {
    batches.push(keysOf(event));
    const failed = batches.length === 1 ? event.Records[1]?.dynamodb?.SequenceNumber : undefined;
    return ok(failed ? { batchItemFailures: [{ itemIdentifier: failed }] } : null);
  });
  await mapping.idle();
  expect(batches).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
});

test('a row that always fails ends on the dead-letter queue, and the others are delivered', async () => {
  await createTables(database.endpoint, [table('poison')]);
  for (const key of ['a', 'b', 'c']) await put('poison', key);
  const queues = await startQueues({ queues: [{ name: 'dead', visibilityTimeoutSeconds: 30 }] });
  cleanups.push(() => queues.close());
  const done: unknown[] = [];
  const mapping = await map(
    'poison',
    (event) => {
      if (keysOf(event).includes('b')) return broken;
      done.push(...keysOf(event));
      return ok();
    },
    { bisect: true, maximumRetryAttempts: 1, onFailureQueueUrl: queues.urlOf('dead') },
  );
  await mapping.idle();
  expect(done).toEqual(['a', 'c']);
  const [message] = await queues.messages('dead');
  expect(JSON.parse(message?.body ?? '')).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});

test('a mapping goes on where it stopped', async () => {
  await createTables(database.endpoint, [table('resumed')]);
  const seen: unknown[] = [];
  const handle = (event: DynamoDBStreamEvent) => {
    seen.push(...keysOf(event));
    return ok();
  };
  const checkpointFile = join(folder, 'resumed.json');
  await put('resumed', 'a');
  const first = await map('resumed', handle, { checkpointFile });
  await first.idle();
  await first.close();
  await put('resumed', 'b');
  await (await map('resumed', handle, { checkpointFile })).idle();
  expect(seen).toEqual(['a', 'b']);
});

test('a filter that AWS refuses, or a table without a stream, stops the start', async () => {
  const { StreamSpecification: _, ...plain } = table('streamless');
  await createTables(database.endpoint, [plain]);
  await expect(map('streamless', () => ok())).rejects.toThrow('has no stream');
  await expect(map('streamless', () => ok(), { filters: [{ a: [{ sounds: 1 }] }] })).rejects.toThrow(
    'Unrecognized match type',
  );
});

test('expired rows disappear when the clock passes them, those extended meanwhile stay', async () => {
  await createTables(database.endpoint, [table('expiring')]);
  const clock = standingClock('2026-03-01T09:00:00Z');
  const sweeper = startTtlSweeper({ endpoint: database.endpoint, tables: [table('expiring')], clock });
  cleanups.push(() => sweeper.close());
  const expires = (at: string) => ({ expires: { N: String(Date.parse(at) / 1000) } });
  await put('expiring', 'soon', expires('2026-03-01T10:00:00Z'));
  await put('expiring', 'later', expires('2026-04-01T10:00:00Z'));
  await put('expiring', 'extended', expires('2026-03-01T10:00:00Z'));
  await put('expiring', 'in-milliseconds-by-mistake', { expires: { N: String(Date.parse('2026-03-01T10:00:00Z')) } });
  await put('expiring', 'never');
  expect(await sweeper.sweep()).toBe(0);
  await client.send(
    new UpdateItemCommand({
      TableName: 'expiring',
      Key: { pk: { S: 'extended' }, sk: { S: 'x' } },
      UpdateExpression: 'SET expires = :at',
      ExpressionAttributeValues: { ':at': expires('2026-05-01T10:00:00Z').expires },
    }),
  );
  await clock.jump('2026-03-01T12:00:00Z');
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'expiring' }));
  expect(Items.map((item) => item.pk?.S).sort()).toEqual(['extended', 'in-milliseconds-by-mistake', 'later', 'never']);
});

test('rows survive a restart when there is a folder for them', async () => {
  const dataFolder = join(folder, 'kept');
  const before = await startDynamoDb({ dataFolder });
  await createTables(before.endpoint, [table('kept')]);
  const writer = dynamoDbClient(before.endpoint);
  await writer.send(new PutItemCommand({ TableName: 'kept', Item: { pk: { S: 'a' }, sk: { S: 'x' } } }));
  writer.destroy();
  await before.close();
  const after = await startDynamoDb({ dataFolder });
  const reader = dynamoDbClient(after.endpoint);
  const { Item } = await reader.send(
    new GetItemCommand({ TableName: 'kept', Key: { pk: { S: 'a' }, sk: { S: 'x' } } }),
  );
  reader.destroy();
  await after.close();
  expect(Item).toEqual({ pk: { S: 'a' }, sk: { S: 'x' } });
});

test('the database ends when the process that started it is killed', async () => {
  const script = join(folder, 'crash.ts');
  const module = new URL('../../../local/dynamodb/start.ts', import.meta.url).href;
  writeFileSync(script, `import { startDynamoDb } from '${module}'; console.log((await startDynamoDb()).endpoint);`);
  const parent = execFile(process.execPath, [script]);
  const endpoint = await new Promise<string>((resolve) =>
    parent.stdout?.once('data', (text) => resolve(String(text).trim())),
  );
  const answers = () =>
    fetch(endpoint).then(
      () => true,
      () => false,
    );
  expect(await answers()).toBe(true);
  parent.kill('SIGKILL');
  for (let tries = 0; tries < 50 && (await answers()); tries += 1) await wait(100);
  expect(await answers()).toBe(false);
});

test.each([
  [127, '', 'there is none on this machine'],
  [1, 'The operation couldn’t be completed. Unable to locate a Java Runtime.', 'there is none on this machine'],
  [1, 'java.lang.UnsupportedClassVersionError: … class file version 61.0', 'needs a newer Java'],
])('without a usable Java the error says how to get one (exit code %s)', (code, output, words) => {
  const { message } = explainFailure(code, output);
  expect(message).toContain(words);
  for (const system of ['Debian', 'macOS', 'Windows']) expect(message).toContain(system);
});

test('a port that is taken is named in the error', async () => {
  const port = Number(new URL(database.endpoint).port);
  await expect(startDynamoDb({ port })).rejects.toThrow(String(port));
});
