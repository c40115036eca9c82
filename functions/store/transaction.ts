import { keyId } from './item.ts';
import type { Write } from './table.ts';

/**
 * Throws when the writes are not a transaction: 1 to 100 of them, each of another item. AWS refuses these too, but
 * DynamoDB Local lets an item be written twice.
 */
export function assertTransaction(writes: readonly Write[]): void {
  if (writes.length < 1 || writes.length > 100)
    throw new Error(`a transaction has 1 to 100 writes, not ${writes.length}`);
  if (new Set(writes.map(({ row }) => keyId(row))).size < writes.length)
    throw new Error('a transaction writes each item once');
}
