import { AsyncLocalStorage } from 'node:async_hooks';
import { itemSize, readUnits, writeUnits } from './pricing.ts';

/** What one request asked of the table. */
export interface WireLog {
  /** Requests on the wire, retries by the SDK included. */
  calls: number;
  readUnits: number;
  writeUnits: number;
  /** The names of the calls in their order. */
  readonly operations: string[];
}

const current = new AsyncLocalStorage<WireLog>();

const newLog = (): WireLog => ({ calls: 0, readUnits: 0, writeUnits: 0, operations: [] });

/** Starts the log of a request; it fills while the request runs. Call it first in an invocation. */
export function startWireLog(): WireLog {
  const log = newLog();
  current.enterWith(log);
  return log;
}

/** Runs a part of an invocation under a log of its own, beside others that run at the same time. */
export function withWireLog<Result>(run: (log: WireLog) => Result): Result {
  const log = newLog();
  return current.run(log, () => run(log));
}

/** What a log line says of it. */
export const wireFields = ({ calls, operations, readUnits, writeUnits }: WireLog) => ({
  tableCalls: calls,
  tableOperations: operations,
  readUnits,
  writeUnits,
});

export function countCall(operation: string): void {
  const log = current.getStore();
  if (!log) return;
  log.calls += 1;
  log.operations.push(operation);
}

/** Keys read one by one: each item is rounded up, and one that is not there costs as much as a small one. */
export function countItems(items: readonly object[], missing: number): void {
  const log = current.getStore();
  if (log) log.readUnits += items.reduce((units, item) => units + readUnits(itemSize(item), true), missing);
}

/** One page of a Query: its items are added up, then rounded once. */
export function countQuery(items: readonly object[], consistent: boolean): void {
  const log = current.getStore();
  if (log)
    log.readUnits += readUnits(
      items.map(itemSize).reduce((total, size) => total + size, 0),
      consistent,
    );
}

/**
 * The items of one transaction, which is charged even when it is cancelled. An item on the due index adds a write there.
 * What was replaced is not known here: AWS charges the larger of both, and one more write when the due time moved.
 */
export function countTransaction(items: readonly { pk: string; sk: string; duePk?: unknown; dueAt?: unknown }[]): void {
  const log = current.getStore();
  if (!log) return;
  for (const item of items) {
    const { pk, sk, duePk, dueAt } = item;
    log.writeUnits += writeUnits(itemSize(item), true);
    if (duePk !== undefined) log.writeUnits += writeUnits(itemSize({ pk, sk, duePk, dueAt }), false);
  }
}
