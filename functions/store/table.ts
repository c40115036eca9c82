import type { EventType } from '../../shared/domain/events.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * One item. `version` counts its writes from 1. `announces` makes the table's stream publish the item's event.
 * `duePk`/`dueAt` place it on the sparse index of things that are due; `ttl` (epoch seconds) lets it vanish.
 */
export interface Row extends Key {
  readonly version: number;
  readonly data: unknown;
  readonly announces?: EventType;
  readonly duePk?: string;
  readonly dueAt?: string;
  readonly ttl?: number;
}

export type NewRow = Omit<Row, 'version'>;

/** The only two writes there are. Both fail when somebody else was faster, so a lost answer can be asked again. */
export type Write =
  | { readonly kind: 'insert'; readonly row: NewRow }
  | { readonly kind: 'replace'; readonly row: NewRow; readonly version: number };

export const insert = (row: NewRow): Write => ({ kind: 'insert', row });
/** `version` is the one that was read and is replaced. */
export const replace = (row: NewRow, version: number): Write => ({ kind: 'replace', row, version });

export interface QueryRequest {
  readonly pk: string;
  readonly prefix?: string;
  readonly limit?: number;
  readonly newestFirst?: boolean;
  /** The sort key after which to go on; from `next` of the page before. */
  readonly after?: string;
}

/** The key of a row on the `due` index, with its place there. */
export interface DueKey extends Key {
  readonly dueAt: string;
}

export interface DueRequest {
  readonly pk: string;
  readonly until: string;
  readonly limit: number;
  /** The row after which to go on: the last of the page before, whether or not it is still due. */
  readonly after?: DueKey;
}

export interface Page {
  readonly rows: readonly Row[];
  /** Present when there may be more. */
  readonly next?: string;
}

/** The single table. Reads are strongly consistent except the `due` index. */
export interface Table {
  /** One BatchGetItem of up to 100 keys; the answers are in the order of the keys. */
  read(keys: readonly Key[]): Promise<readonly (Row | undefined)[]>;
  /** One Query of a partition, sort keys ascending unless told. Without `limit`, all pages. */
  query(request: QueryRequest): Promise<Page>;
  /**
   * Keys of one partition of the `due` index whose `dueAt` is not after `until`, earliest first. Every `dueAt` of a
   * partition is another one. Fewer than `limit` are the last.
   */
  due(request: DueRequest): Promise<readonly DueKey[]>;
  /**
   * One TransactWriteItems of 1 to 100 writes: all or nothing.
   * Throws WriteConflict when a condition failed or another transaction was in the way.
   */
  commit(writes: readonly Write[]): Promise<void>;
}

/** Somebody else wrote first. `lost` are the positions of the writes whose condition failed; empty for a plain collision. */
export class WriteConflict extends Error {
  readonly lost: readonly number[];
  constructor(lost: readonly number[]) {
    super(`write conflict at ${lost.join(', ') || 'the transaction'}`);
    this.name = 'WriteConflict';
    this.lost = lost;
  }
}
