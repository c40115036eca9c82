import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChangeOptions, change } from '../../functions/store/change.ts';
import { dynamoTable } from '../../functions/store/dynamo-table.ts';
import { insert, replace, type Table } from '../../functions/store/table.ts';
import { tableName } from '../../local/dynamodb/empty-table.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { startDatabase } from './database.ts';
import { cancelled, type Fault, injectFaults } from './faults.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
let bystander: Table;
beforeAll(async () => {
  database = await startDatabase();
  bystander = dynamoTable({ tableName, client: database.client() });
});
afterAll(() => database.stop());

const noPause = async () => {};

/** A member with some visits left, and a table whose requests suffer the faults. */
async function setup(visits: number, faultOf: (command: string, before: number) => Fault = () => 'pass') {
  const pk = `B#glow#M#${randomUUID()}`;
  const account = { pk, sk: 'NOW#CREDIT' };
  await bystander.commit([insert({ ...account, data: { visits, sequence: 0 } })]);
  const client = database.client();
  injectFaults(client, faultOf);
  const table = dynamoTable({ tableName, client });

  const read = async (from: Table) => {
    const [row] = await from.read([account]);
    if (!row) throw new Error('the account is gone');
    return { version: row.version, ...(row.data as { visits: number; sequence: number }) };
  };

  /** Uses one visit, as the redemption does: the account at its version, and one entry. */
  const redeem = (options: ChangeOptions<number> = { pause: noPause }) =>
    change(
      table,
      async () => {
        const { version, visits, sequence } = await read(table);
        if (visits === 0) throw new Refusal('insufficient_credit');
        const entry = { pk, sk: `ENTRY#${sequence + 1}` };
        const after = { visits: visits - 1, sequence: sequence + 1 };
        const writes = [replace({ ...account, data: after }, version), insert({ ...entry, data: -1 })];
        return { writes, reply: sequence + 1 };
      },
      options,
    );
  const repliesKey = { pk: `${pk}#REPLY`, sk: 'REPLY' };
  const idempotent: ChangeOptions<number> = {
    pause: noPause,
    remember: (reply) => insert({ ...repliesKey, data: reply }),
    recall: async () => (await table.read([repliesKey]))[0]?.data as number | undefined,
  };
  const left = async () => {
    const { visits } = await read(bystander);
    const entries = (await bystander.query({ pk, prefix: 'ENTRY#' })).rows.length;
    return { visits, entries };
  };
  return { redeem, idempotent, left };
}

/** How each of the calls ended. */
async function endings(calls: Promise<unknown>[]) {
  const count: Record<string, number> = {};
  for (const ended of await Promise.allSettled(calls)) {
    const how =
      ended.status === 'fulfilled' ? 'done' : ended.reason instanceof Refusal ? ended.reason.code : ended.reason;
    count[how] = (count[how] ?? 0) + 1;
  }
  return count;
}

describe('many people at once', () => {
  test('64 redemptions of 5 visits at the same moment: 5 succeed, 59 hear that none is left', async () => {
    const { redeem, left } = await setup(5);
    const pause = (attempt: number) => wait(Math.random() * 5 * 2 ** attempt);
    expect(await endings(Array.from({ length: 64 }, () => redeem({ pause })))).toEqual({
      done: 5,
      insufficient_credit: 59,
    });
    expect(await left()).toEqual({ visits: 0, entries: 5 });
  });

  test('the same redemption sent 16 times at once, with one key, is done once and answered alike', async () => {
    const { redeem, idempotent, left } = await setup(5);
    const pause = (attempt: number) => wait(Math.random() * 5 * 2 ** attempt);
    const replies = await Promise.all(Array.from({ length: 16 }, () => redeem({ ...idempotent, pause })));
    expect(new Set(replies)).toEqual(new Set([1]));
    expect(await left()).toEqual({ visits: 4, entries: 1 });
  });
});

describe('answers that get lost on the way', () => {
  test.each([1, 2])('after %i lost answers the visit is used once', async (lost) => {
    let transactions = 0;
    const { redeem, left } = await setup(5, (command) => {
      if (command !== 'TransactWriteItems') return 'pass';
      transactions += 1;
      return transactions <= lost ? 'lose the answer' : 'pass';
    });
    expect(await redeem()).toBe(1);
    expect(transactions).toBe(lost + 1);
    expect(await left()).toEqual({ visits: 4, entries: 1 });
  });

  test('when no answer ever came, asking again with the same key finds what was done', async () => {
    let broken = true;
    const { redeem, idempotent, left } = await setup(5, (command) =>
      broken && command === 'TransactWriteItems' ? 'lose the answer' : 'pass',
    );
    await expect(redeem(idempotent)).rejects.toThrow('socket hang up');
    broken = false;
    expect(await redeem(idempotent)).toBe(1);
    expect(await left()).toEqual({ visits: 4, entries: 1 });
  });
});

describe('transactions that are in each other’s way', () => {
  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'four times %s, then room: the visit is used once',
    async (code) => {
      let transactions = 0;
      const { redeem, left } = await setup(5, (command) => {
        if (command !== 'TransactWriteItems') return 'pass';
        transactions += 1;
        return transactions <= 4 ? cancelled('None', code) : 'pass';
      });
      expect(await redeem()).toBe(1);
      expect(await left()).toEqual({ visits: 4, entries: 1 });
    },
  );

  test('conflicts without end: “try again later”, and nothing is half done', async () => {
    let transactions = 0;
    const { redeem, left } = await setup(5, (command) => {
      if (command !== 'TransactWriteItems') return 'pass';
      transactions += 1;
      return cancelled('TransactionConflict', 'None');
    });
    expect(await endings([redeem()])).toEqual({ try_again_later: 1 });
    expect(transactions).toBe(8);
    expect(await left()).toEqual({ visits: 5, entries: 0 });
  });
});
