import { duePartition, dueShards } from './keys.ts';
import type { Key, Table } from './table.ts';

/** A member whose credit account has something past its last day. */
export interface DueMember {
  readonly slug: string;
  readonly memberId: string;
}

/** Accounts taken from a shard in one sweep, longest due first; what is left stays due for the next one. */
const mostPerShard = 1000;

/** Keys of accounts look like `B#<slug>#M#<member>`; neither part contains a `#`. */
function memberOf({ pk }: Key): DueMember {
  const [, slug, , memberId] = pk.split('#');
  if (slug === undefined || memberId === undefined) throw new Error(`not the key of a credit account: ${pk}`);
  return { slug, memberId };
}

/** The shards of the index, each a question of its own. */
export const expiryShards: readonly number[] = Array.from({ length: dueShards }, (_, shard) => shard);

/** Members of one shard whose credits were due at an instant (milliseconds). The index lags by moments. */
export async function dueMembers(table: Table, shard: number, at: number): Promise<DueMember[]> {
  // Due times go on with `#<slug>#<member>`; `~` sorts after all of that.
  const until = `${new Date(at).toISOString()}~`;
  const keys = await table.due({ pk: duePartition('CREDIT-EXPIRY', shard), until, limit: mostPerShard });
  return keys.map(memberOf);
}
