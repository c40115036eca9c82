import type * as z from 'zod/mini';
import type { Key, NewRow, Row } from './table.ts';

/** A value as it was read: with the version that a replacement must name. */
export interface Stored<Value> {
  readonly value: Value;
  readonly version: number;
}

/** A row that does not parse: a bug, or damage. The message names the row and the places in it, never their values. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
}

/** Parses a row's data. One that does not parse throws a DamagedRow and is never skipped. */
export function parseRow<Schema extends z.ZodMiniType>(schema: Schema, row: Row): Stored<z.output<Schema>> {
  const parsed = schema.safeParse(row.data);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new DamagedRow(`row ${row.pk} / ${row.sk} does not parse at: ${where}`);
  }
  return { value: parsed.data, version: row.version };
}

/** A row that holds a value under a key. */
export const rowOf = (key: Key, data: unknown, extra: Omit<NewRow, 'pk' | 'sk' | 'data'> = {}): NewRow => ({
  ...key,
  data,
  ...extra,
});
