import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dynamoTable } from '../../functions/store/dynamo-table.ts';
import { memoryTable } from '../../functions/store/memory-table.ts';
import { insert, type NewRow, replace, type Table, WriteConflict } from '../../functions/store/table.ts';
import { startDatabase, tableName } from './database.ts';

/** For a long run: `DIFFERENTIAL_RUNS=5000`. Each run is a history of up to 30 calls. */
const runs = Number(process.env.DIFFERENTIAL_RUNS ?? 60);

let database: Awaited<ReturnType<typeof startDatabase>>;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

// Few of everything, so that calls meet. The last sort keys order differently by UTF-8 than by UTF-16.
const pk = fc.constantFrom('B#glow', 'B#glow#M#1');
const sk = fc.constantFrom('NOW#A', 'NOW#B', 'ENTRY#1', 'ENTRY#2', 'ENTRY#10', 'ENTRY#\u{1F600}', 'ENTRY#\uFFFD');
const prefix = fc.constantFrom('NOW#', 'ENTRY#', 'ENTRY#1', 'NOBODY#', '');
const dueInstant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-03-01T00:00:00.000Z');
const duePk = fc.constantFrom('DUE#0', 'DUE#1');
const version = fc.constantFrom('right', 'right', 'right', 'older', 'newer');

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('part'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ minLength: 1, maxLength: 5 }).filter((name) => name !== '__proto__'),
      tie('part'),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  ),
  part: fc.oneof({ arbitrary: tie('data'), weight: 9 }, { arbitrary: fc.constant(undefined), weight: 1 }),
}));

const write = fc.record(
  {
    kind: fc.constantFrom('insert' as const, 'insert' as const, 'replace' as const, 'replace' as const),
    pk,
    sk,
    data,
    version,
    due: fc.record({ pk: duePk, at: dueInstant }),
    ttl: fc.nat(),
    announces: fc.constantFrom('credit.granted' as const, 'note.added' as const),
  },
  { requiredKeys: ['kind', 'pk', 'sk', 'data', 'version'] },
);
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ call: fc.constant('commit' as const), writes: fc.array(write, { maxLength: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constant('read' as const),
      keys: fc.array(fc.record({ pk, sk }), { maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        call: fc.constant('query' as const),
        pk,
        prefix,
        limit: fc.integer({ min: 1, max: 5 }),
        after: sk,
        newestFirst: fc.boolean(),
      },
      { requiredKeys: ['call', 'pk'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constant('due' as const),
      pk: duePk,
      until: dueInstant.map((at) => `${at}#~`),
      limit: fc.integer({ min: 1, max: 6 }),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** Every run lives under keys of its own, so that the table need not be emptied. */
function run(table: Table, world: string, it: Command, versionOf: (key: { pk: string; sk: string }) => number) {
  const own = <Key extends { pk: string }>(key: Key): Key => ({ ...key, pk: `${world}${key.pk}` });
  if (it.call === 'read') return table.read(it.keys.map(own));
  if (it.call === 'query') return table.query(own(it));
  if (it.call === 'due') return table.due(own(it));
  return table.commit(
    it.writes.map((each) => {
      const { due, ttl, announces } = each;
      const row: NewRow = {
        ...own({ pk: each.pk, sk: each.sk }),
        data: each.data,
        ...(due && { duePk: `${world}${due.pk}`, dueAt: `${due.at}#${each.pk}#${each.sk}` }),
        ...(ttl !== undefined && { ttl }),
        ...(announces && { announces }),
      };
      const read = versionOf(row) + { right: 0, older: -1, newer: 1 }[each.version];
      return each.kind === 'insert' ? insert(row) : replace(row, read);
    }),
  );
}

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
            const versionOf = ({ pk, sk }: { pk: string; sk: string }) => versions.get(`${pk} ${sk}`) ?? 1;
            const expected = await outcome(run(dynamo, world, each, versionOf));
            expect(await outcome(run(memory, world, each, versionOf))).toStrictEqual(expected);
            for (const kind of ['answer', 'lost', 'refused'] as const) if (kind in expected) seen[kind] += 1;
          }
        }),
        { numRuns: runs },
      );
      // The histories must be worth comparing.
      expect(Math.min(seen.answer, seen.lost, seen.refused)).toBeGreaterThan(runs / 2);
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
    Object.assign(read ?? {}, { data: 'changed after reading' });
    const [queried] = (await table.query({ pk: key.pk })).rows;
    Object.assign(queried?.data ?? {}, { tags: [] });
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
