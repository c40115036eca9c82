import { duePage, shards } from '../store/due-index.ts';
import type { DueKind } from '../store/keys.ts';
import type { DueKey, Table } from '../store/table.ts';

/** Every key of a kind that was due at an instant (milliseconds), a shard after the other, for work that is done at once. */
export async function* dueKeys(table: Table, kind: DueKind, at: number): AsyncGenerator<DueKey> {
  for (const shard of shards) {
    let after: DueKey | undefined;
    do {
      const page = await duePage(table, kind, shard, at, after);
      yield* page.keys;
      after = page.next;
    } while (after !== undefined);
  }
}
