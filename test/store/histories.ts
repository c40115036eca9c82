import fc from 'fast-check';
import { insert, type Key, type NewRow, replace, type Table } from '../../functions/store/table.ts';

// Few of everything, so that calls meet. The last sort keys order differently by UTF-8 than by UTF-16.
const pk = fc.constantFrom('B#glow', 'B#glow', 'B#glow#M#1');
const sk = fc.constantFrom('NOW#A', 'NOW#B', 'ENTRY#1', 'ENTRY#2', 'ENTRY#10', 'ENTRY#\u{1F600}', 'ENTRY#\uFFFD');
const prefix = fc.constantFrom('NOW#', 'ENTRY#', 'ENTRY#1', 'NOBODY#', '');
const dueInstant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-03-01T00:00:00.000Z');
const duePk = fc.constantFrom('DUE#0', 'DUE#1');
/** `fitting` succeeds: it inserts what is missing and replaces what is there. The others often lose. */
const kind = fc.constantFrom('fitting', 'fitting', 'fitting', 'insert', 'replace', 'replace older', 'replace newer');

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
    kind,
    pk,
    sk,
    data,
    due: fc.record({ pk: duePk, at: dueInstant }),
    ttl: fc.nat(),
    announces: fc.constantFrom('credit.granted' as const, 'note.added' as const),
  },
  { requiredKeys: ['kind', 'pk', 'sk', 'data'] },
);
const writes = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: ({ pk, sk }) => `${pk} ${sk}` }),
  },
  { weight: 1, arbitrary: fc.array(write, { maxLength: 3 }) },
);
/** One call of the table. */
export const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ call: fc.constant('commit' as const), writes }),
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
    weight: 2,
    arbitrary: fc.record(
      {
        call: fc.constant('due' as const),
        pk: duePk,
        until: dueInstant.map((at) => `${at}#~`),
        limit: fc.integer({ min: 1, max: 6 }),
        after: fc.record({ pk, sk, at: dueInstant }),
      },
      { requiredKeys: ['call', 'pk', 'until', 'limit'] },
    ),
  },
);
export type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** Every run lives under keys of its own, so that the table need not be emptied. */
export function run(table: Table, world: string, it: Command, versionOf: (key: Key) => number | undefined) {
  const own = <Request extends { pk: string }>(request: Request): Request => ({
    ...request,
    pk: `${world}${request.pk}`,
  });
  if (it.call === 'read') return table.read(it.keys.map(own));
  if (it.call === 'query') return table.query(own(it));
  if (it.call === 'due') {
    const { after, ...rest } = own(it);
    const from = after && { ...own({ pk: after.pk, sk: after.sk }), dueAt: `${after.at}#${after.pk}#${after.sk}` };
    return table.due({ ...rest, ...(from && { after: from }) });
  }
  return table.commit(
    it.writes.map(({ kind, pk, sk, data, due, ttl, announces }) => {
      const row: NewRow = {
        ...own({ pk, sk }),
        data,
        ...(due && { duePk: `${world}${due.pk}`, dueAt: `${due.at}#${pk}#${sk}` }),
        ...(ttl !== undefined && { ttl }),
        ...(announces && { announces }),
      };
      const version = versionOf(row);
      if (kind === 'insert' || (kind === 'fitting' && version === undefined)) return insert(row);
      return replace(row, (version ?? 1) + (kind === 'replace older' ? -1 : kind === 'replace newer' ? 1 : 0));
    }),
  );
}
