import { itemOf, keyId, pageOf } from './item.ts';
import { type Key, type Row, type Table, type Write, WriteConflict } from './table.ts';
import { assertTransaction } from './transaction.ts';

export type TableCall = 'read' | 'query' | 'due' | 'commit';

/** Faults for tests: throwing in `before` is a call that never arrived, in `after` one whose answer was lost. */
export interface MemoryTableHooks {
  before?: (call: TableCall, writes: readonly Write[]) => void | Promise<void>;
  after?: (call: TableCall, writes: readonly Write[]) => void | Promise<void>;
}

export interface MemoryTable extends Table {
  /** How often each call was made. */
  readonly calls: Readonly<Record<TableCall, number>>;
  /** Every row, for checking what a flow left behind. */
  rows(): readonly Row[];
  /** Removes the rows whose `ttl` lies before an instant (milliseconds), as DynamoDB does in its own time. */
  expire(at: number): void;
}

/** DynamoDB sorts strings by their bytes in UTF-8, JavaScript by UTF-16 units. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * As DynamoDB keeps it: without `undefined`, and out of the reach of whoever holds the original. Frozen, so that every
 * reader can have the same one: a flow that changed what it has read would fail here.
 */
function keep(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.filter((item) => item !== undefined).map(keep));
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.freeze(Object.fromEntries(present.map(([name, item]) => [name, keep(item)])));
}
const keepRow = (row: object) => keep(row) as Row;

/** The table in memory, with the behaviour of DynamoDB: `test/store/differential.test.ts` compares them. */
export function memoryTable(hooks: MemoryTableHooks = {}): MemoryTable {
  const partitions = new Map<string, Map<string, Row>>();
  const dueIndex = new Map<string, Map<string, Row>>();
  const calls = { read: 0, query: 0, due: 0, commit: 0 };

  async function call<Answer>(name: TableCall, answer: () => Answer, writes: readonly Write[] = []): Promise<Answer> {
    calls[name] += 1;
    await hooks.before?.(name, writes);
    const answered = answer();
    await hooks.after?.(name, writes);
    return answered;
  }

  const find = ({ pk, sk }: Key) => partitions.get(pk)?.get(sk);

  function put(row: Row): void {
    const before = find(row);
    if (before?.duePk !== undefined) dueIndex.get(before.duePk)?.delete(keyId(row));
    partitions.set(row.pk, (partitions.get(row.pk) ?? new Map<string, Row>()).set(row.sk, row));
    if (row.duePk === undefined || row.dueAt === undefined) return;
    dueIndex.set(row.duePk, (dueIndex.get(row.duePk) ?? new Map<string, Row>()).set(keyId(row), row));
  }

  function remove(row: Row): void {
    partitions.get(row.pk)?.delete(row.sk);
    if (row.duePk !== undefined) dueIndex.get(row.duePk)?.delete(keyId(row));
  }

  const holds = (write: Write) =>
    write.kind === 'insert' ? find(write.row) === undefined : find(write.row)?.version === write.version;

  return {
    calls,
    expire(at) {
      const all = [...partitions.values()].flatMap((rows) => [...rows.values()]);
      for (const row of all) if (row.ttl !== undefined && row.ttl * 1000 < at) remove(row);
    },
    rows: () => [...partitions.values()].flatMap((partition) => [...partition.values()]),

    read: (keys) =>
      call('read', () => {
        if (new Set(keys.map(keyId)).size > 100) throw new Error('a read takes at most 100 keys');
        return keys.map(find);
      }),

    query: ({ pk, prefix = '', limit, newestFirst = false, after }) =>
      call('query', () => {
        if (after !== undefined && !after.startsWith(prefix)) throw new Error('a page cannot start outside the query');
        const direction = newestFirst ? -1 : 1;
        const rows = [...(partitions.get(pk)?.values() ?? [])]
          .filter(({ sk }) => sk.startsWith(prefix))
          .filter(({ sk }) => after === undefined || byBytes(sk, after) * direction > 0)
          .sort((a, b) => byBytes(a.sk, b.sk) * direction);
        return pageOf(rows.slice(0, limit === undefined ? undefined : limit + 1), limit);
      }),

    due: ({ pk, until, limit, after }) =>
      call('due', () => {
        if (after !== undefined && byBytes(after.dueAt, until) > 0)
          throw new Error('a page cannot start outside the query');
        return [...(dueIndex.get(pk)?.values() ?? [])]
          .flatMap(({ pk, sk, dueAt = '' }) => (byBytes(dueAt, until) <= 0 ? [{ pk, sk, dueAt }] : []))
          .filter(({ dueAt }) => after === undefined || byBytes(dueAt, after.dueAt) > 0)
          .sort((a, b) => byBytes(a.dueAt, b.dueAt))
          .slice(0, limit);
      }),

    commit: (writes) =>
      call(
        'commit',
        () => {
          assertTransaction(writes);
          const lost = writes.flatMap((write, position) => (holds(write) ? [] : [position]));
          if (lost.length > 0) throw new WriteConflict(lost);
          for (const write of writes) put(keepRow(itemOf(write.row, write.kind === 'insert' ? 1 : write.version + 1)));
        },
        writes,
      ),
  };
}
