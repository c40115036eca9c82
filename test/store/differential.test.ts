import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dynamoTable } from '../../functions/store/dynamo-table.ts';
import { memoryTable } from '../../functions/store/memory-table.ts';
import { insert, type Key, WriteConflict } from '../../functions/store/table.ts';
import { tableName } from '../../local/dynamodb/empty-table.ts';
import { startDatabase } from './database.ts';
import { command, run } from './histories.ts';

/** For a long run: `DIFFERENTIAL_RUNS=5000`. Each run is a history of up to 30 calls. */
const runs = Number(process.env.DIFFERENTIAL_RUNS ?? 60);

let database: Awaited<ReturnType<typeof startDatabase>>;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

/** What a caller can tell: the answer, the positions that lost, or that the call was wrong. */
async function outcome(answer: Promise<unknown>) {
  try {
    return { answer: await answer };
  } catch (error) {
    return error instanceof WriteConflict ? { lost: error.lost } : { refused: true };
  }
}

describe('the table in memory behaves like DynamoDB', () => {
  test(
    'the same calls have the same answers, conflicts and refusals',
    async () => {
      const dynamo = dynamoTable({ tableName, client: database.client() });
      let worlds = 0;
      const seen = { answer: 0, lost: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 30, size: 'max' }), async (commands) => {
          worlds += 1;
          const world = `${worlds}#`;
          const memory = memoryTable();
          for (const each of commands) {
            const versions = new Map(memory.rows().map((row) => [`${row.pk} ${row.sk}`, row.version]));
            const versionOf = ({ pk, sk }: Key) => versions.get(`${pk} ${sk}`);
            const expected = await outcome(run(dynamo, world, each, versionOf));
            expect(await outcome(run(memory, world, each, versionOf))).toStrictEqual(expected);
            for (const kind of ['answer', 'lost', 'refused'] as const) if (kind in expected) seen[kind] += 1;
          }
        }),
        { numRuns: runs },
      );
      // The histories must be worth comparing.
      expect(Math.min(seen.answer, seen.lost, seen.refused)).toBeGreaterThan(runs / 4);
      console.info(`${worlds} histories: ${seen.answer} answers, ${seen.lost} conflicts, ${seen.refused} refusals`);
    },
    Math.max(60_000, runs * 2_000),
  );
});

describe('the table in memory keeps its own copies', () => {
  test('what a caller does with a value afterwards does not reach the table', async () => {
    const table = memoryTable();
    const data = { tags: ['vip'] };
    const key = { pk: 'B#glow', sk: 'NOTE' };
    await table.commit([insert({ ...key, data })]);
    data.tags.push('changed after writing');
    const [read] = await table.read([key]);
    expect(() => Object.assign(read ?? {}, { data: 'changed after reading' })).toThrow(TypeError);
    const [queried] = (await table.query({ pk: key.pk })).rows;
    expect(() => Object.assign(queried?.data ?? {}, { tags: [] })).toThrow(TypeError);
    expect(await table.read([key])).toEqual([{ ...key, version: 1, data: { tags: ['vip'] } }]);
  });

  test('faults before a call leave nothing, faults after it leave the change', async () => {
    const fault = (call: string) => {
      if (call === 'commit') throw new Error('no connection');
    };
    const lostRequest = memoryTable({ before: fault });
    const lostAnswer = memoryTable({ after: fault });
    for (const table of [lostRequest, lostAnswer])
      await expect(table.commit([insert({ pk: 'B#glow', sk: 'NOTE', data: 1 })])).rejects.toThrow('no connection');
    expect([lostRequest.rows().length, lostAnswer.rows().length]).toEqual([0, 1]);
    expect(lostAnswer.calls).toEqual({ read: 0, query: 0, due: 0, commit: 1 });
  });
});
