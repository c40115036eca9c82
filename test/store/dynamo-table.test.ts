import { type AddressInfo, createServer } from 'node:net';
import { DynamoDBClient, ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { dynamoClient } from '../../functions/store/dynamo-client.ts';
import { dynamoTable } from '../../functions/store/dynamo-table.ts';
import { insert, WriteConflict } from '../../functions/store/table.ts';
import { startWireLog } from '../../functions/store/wire-log.ts';
import { cancelled, type Fault, injectFaults } from './faults.ts';

/** A table whose requests are all answered by the test. */
function setup(faultOf: (command: string, before: number) => Fault) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, maxAttempts: 3 });
  injectFaults(client, faultOf);
  return dynamoTable({ tableName: 'regulars', client });
}

const key = (sk: string) => ({ pk: 'B#glow', sk });
const item = (sk: string, more: object = {}) => ({ ...key(sk), version: 1, data: 'x', ...more });
const someWrite = [insert({ ...key('NOTE'), data: 1 }), insert({ ...key('OTHER'), data: 2 })];

describe('a cancelled transaction', () => {
  test.each<[string[], readonly number[]]>([
    [['None', 'ConditionalCheckFailed'], [1]],
    [
      ['ConditionalCheckFailed', 'ConditionalCheckFailed'],
      [0, 1],
    ],
    [['TransactionConflict', 'ConditionalCheckFailed'], [1]],
    [['TransactionConflict', 'None'], []],
    [['None', 'ThrottlingError'], []],
    [['ProvisionedThroughputExceeded', 'None'], []],
  ])('with the reasons %j lost the writes %j', async (codes, lost) => {
    const error = await setup(() => cancelled(...codes))
      .commit(someWrite)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WriteConflict);
    expect(error).toMatchObject({ lost });
  });

  test.each([[['None', 'ValidationError']], [['ItemCollectionSizeLimitExceeded', 'ConditionalCheckFailed']], [[]]])(
    'with the reasons %j is a mistake, not a conflict',
    async (codes) => {
      const error = await setup(() => cancelled(...codes))
        .commit(someWrite)
        .catch((thrown: unknown) => thrown);
      expect(error).not.toBeInstanceOf(WriteConflict);
      expect(error).toBeInstanceOf(Error);
    },
  );
});

describe('DynamoDB under pressure', () => {
  const unprocessed = (...sks: string[]) => ({
    regulars: { Keys: sks.map(key) },
  });

  test('keys that were left out are asked for again, and the answers keep the order of the keys', async () => {
    const table = setup((_, before) =>
      before === 0
        ? { answer: { Responses: { regulars: [item('C')] }, UnprocessedKeys: unprocessed('A', 'B') } }
        : { answer: { Responses: { regulars: [item('A')] }, UnprocessedKeys: {} } },
    );
    const log = startWireLog();
    const rows = await table.read([key('A'), key('B'), key('C'), key('A')]);
    expect(rows.map((row) => row?.sk)).toEqual(['A', undefined, 'C', 'A']);
    expect(log.operations).toEqual(['BatchGetItem', 'BatchGetItem']);
  });

  test('keys that are always left out end in an error after five requests', async () => {
    let requests = 0;
    const table = setup(() => {
      requests += 1;
      return { answer: { UnprocessedKeys: unprocessed('A', 'B') } };
    });
    const error = { name: 'ProvisionedThroughputExceededException', message: 'DynamoDB left 2 of 2 keys unread' };
    await expect(table.read([key('A'), key('B')])).rejects.toMatchObject(error);
    expect(requests).toBe(5);
  });

  test('a query goes on over DynamoDB’s pages, also when one is empty', async () => {
    const LastEvaluatedKey = key('A');
    const pages = [{ Items: [item('A')], LastEvaluatedKey }, { Items: [], LastEvaluatedKey }, { Items: [item('B')] }];
    const rows = (await setup((_, before) => ({ answer: pages[before] ?? {} })).query({ pk: 'B#glow' })).rows;
    expect(rows.map((row) => row.sk)).toEqual(['A', 'B']);
  });

  test('a throttled request is repeated by the SDK alone: three times, then it fails', async () => {
    let requests = 0;
    const table = setup(() => {
      requests += 1;
      return { fail: new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} }) };
    });
    await expect(table.read([key('A')])).rejects.toThrow('slow down');
    expect(requests).toBe(3);
  });

  test('a DynamoDB that never answers is given up within 4 seconds', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    const client = dynamoClient();
    const started = performance.now();
    try {
      await expect(dynamoTable({ tableName: 'regulars', client }).read([key('A')])).rejects.toThrow();
      expect(performance.now() - started).toBeLessThan(4_500);
      expect(sockets.size).toBeGreaterThan(1);
    } finally {
      for (const socket of sockets) socket.destroy();
      silent.close();
      client.destroy();
    }
  });
});

describe('a damaged item', () => {
  test.each([
    ['version', { version: '1' }],
    ['announces', { announces: 'credit.teleported' }],
    ['dueAt', { dueAt: 5 }],
  ])('whose %s is wrong is an error, never a row, and its values stay out of the message', async (name, wrong) => {
    const table = setup(() => ({ answer: { Items: [item('A', { ...wrong, data: 'Ada Lovelace' })] } }));
    const error = await table.query({ pk: 'B#glow' }).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(name);
    expect(String(error)).not.toContain('Ada');
  });

  test('an attribute that this version does not know is left out', async () => {
    const table = setup(() => ({ answer: { Item: item('A', { colour: 'teal' }) } }));
    expect(await table.read([key('A')])).toEqual([{ ...key('A'), version: 1, data: 'x' }]);
  });
});

describe('the wire log of a request', () => {
  test('counts what a request asked, retries included, apart from other requests', async () => {
    const table = setup((command, before) => {
      if (before === 0) return { fail: Object.assign(new Error('reset'), { name: 'TimeoutError' }) };
      return { answer: command === 'Query' ? { Items: [item('A'), item('B')] } : {} };
    });
    const request = async (work: () => Promise<unknown>) => {
      const log = startWireLog();
      await work();
      return log;
    };
    const [reading, writing] = await Promise.all([
      request(() => table.query({ pk: 'B#glow' })),
      request(() => table.commit([insert({ ...key('A'), data: 'x'.repeat(1_024), duePk: 'DUE#1', dueAt: '2026' })])),
    ]);
    expect(reading).toEqual({ calls: 2, readUnits: 1, writeUnits: 0, operations: ['Query', 'Query'] });
    // 2 started KB, twice in a transaction, and one write to the due index.
    expect(writing).toEqual({ calls: 1, readUnits: 0, writeUnits: 5, operations: ['TransactWriteItems'] });
  });

  test('prices keys one by one and a query as a whole', async () => {
    const large = { data: 'x'.repeat(5_000) };
    const table = setup((command) => {
      if (command === 'BatchGetItem') return { answer: { Responses: { regulars: [item('A', large), item('B')] } } };
      return { answer: { Items: [item('A', { ...large, dueAt: '2026' }), item('B', { dueAt: '2026' })] } };
    });
    const log = startWireLog();
    await table.read([key('A'), key('B'), key('C')]);
    expect(log.readUnits).toBe(2 + 1 + 1);
    await table.query({ pk: 'B#glow' });
    expect(log.readUnits).toBe(4 + 2);
    await table.due({ pk: 'DUE#1', until: '2026', limit: 5 });
    expect(log.readUnits).toBe(6 + 1);
  });

  test('a table works without a log', async () => {
    await expect(setup(() => ({ answer: {} })).commit(someWrite)).resolves.toBeUndefined();
  });
});
