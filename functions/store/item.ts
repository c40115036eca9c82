import * as z from 'zod/mini';
import { EventType } from '../../shared/domain/events.ts';
import type { DueKey, Key, NewRow, Page, Row } from './table.ts';

const ItemKey = z.object({ pk: z.string(), sk: z.string() });

/** The attributes of an item. Others are left out, so that yesterday’s code can read tomorrow’s items after a rollback. */
const Item = z.object({
  ...ItemKey.shape,
  version: z.int().check(z.minimum(1)),
  data: z.unknown(),
  announces: z.exactOptional(EventType),
  duePk: z.exactOptional(z.string()),
  dueAt: z.exactOptional(z.string()),
  ttl: z.exactOptional(z.int()),
});

const DueItem = z.object({ ...ItemKey.shape, dueAt: z.string() });

/** The key of an item of the `due` index, which projects keys only. */
export const dueKeyOfItem = (item: unknown): DueKey => DueItem.parse(item);

/** Reads an item as a row. Throws when it is damaged; the message names attributes, never their values. */
export function rowOfItem(item: unknown): Row {
  const parsed = Item.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new Error(`an item does not parse at: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
}

/** The item that stores a row at a version. Attributes that are `undefined` are the marshaller’s to leave out. */
export function itemOf(row: NewRow, version: number) {
  const { pk, sk, data, announces, duePk, dueAt, ttl } = row;
  return { pk, sk, version, data, announces, duePk, dueAt, ttl };
}

/** One string per key. No key contains the separator. */
export const keyId = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

/** The page of at most `limit` rows; `rows` holds one more than that when more follow. */
export function pageOf(rows: readonly Row[], limit: number | undefined): Page {
  const last = limit === undefined || rows.length <= limit ? undefined : rows[limit - 1];
  return last === undefined ? { rows } : { rows: rows.slice(0, limit), next: last.sk };
}
