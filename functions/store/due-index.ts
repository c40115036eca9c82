import { type DueKind, duePartition, dueShards } from './keys.ts';
import type { DueKey, Key, NewRow, Table } from './table.ts';

/** Rows of one page: twenty batches of a queue. */
const pageSize = 200;

/** The shards of the index, each a question of its own. */
export const shards: readonly number[] = Array.from({ length: dueShards }, (_, shard) => shard);

/** A ULID's last characters are random: any of them spreads ids evenly. */
function shardOf(id: string): number {
  let sum = 0;
  for (const character of id.slice(-4)) sum = sum * 31 + character.charCodeAt(0);
  return sum % dueShards;
}

/** Where a row stands on the index: by instant (milliseconds), then by business and id, so that equal instants stay apart. */
export const placeOnDueIndex = (
  kind: DueKind,
  instant: number,
  slug: string,
  id: string,
): Required<Pick<NewRow, 'duePk' | 'dueAt'>> => ({
  duePk: duePartition(kind, shardOf(id)),
  dueAt: `${new Date(instant).toISOString()}#${slug}#${id}`,
});

/** Some of a shard's rows, and where to go on; no `next` after the last. */
export interface DuePage {
  readonly keys: readonly DueKey[];
  readonly next?: DueKey;
}

/** Keys of one shard that were due at an instant (milliseconds), longest due first. The index lags by moments. */
export async function duePage(
  table: Table,
  kind: DueKind,
  shard: number,
  at: number,
  after?: DueKey,
): Promise<DuePage> {
  // Due times go on with `#<slug>#<id>`; `~` sorts after all of that, so what is due at this very instant is in.
  const until = `${new Date(at).toISOString()}#~`;
  const pk = duePartition(kind, shard);
  const keys = await table.due({ pk, until, limit: pageSize, ...(after === undefined ? {} : { after }) });
  const last = keys.length < pageSize ? undefined : keys.at(-1);
  return { keys, ...(last === undefined ? {} : { next: last }) };
}

/** The member that a row belongs to. Keys look like `B#<slug>#M#<member>`; neither part contains a `#`. */
export function memberOf({ pk }: Key): { slug: string; memberId: string } {
  const [, slug, , memberId] = pk.split('#');
  if (slug === undefined || memberId === undefined) throw new Error(`not the key of a member’s row: ${pk}`);
  return { slug, memberId };
}
